package steward.api;

import java.util.UUID;

/** What became of an operation; status and changeSeq are null when it is not known. */
public record OperationState(UUID opId, boolean known, Integer status, Long changeSeq) {
    public OperationState {
        Check.present("opId", opId);
    }
}
