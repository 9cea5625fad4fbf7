package steward.api;

import java.util.UUID;

/** A person joins a meeting (runtime); the e-mail may be null. */
public record JoinMeeting(UUID participantId, String name, String email, ParticipantRole role) {
    public JoinMeeting {
        Check.present("participantId", participantId);
        Check.text("name", name, 1, 100);
        Check.optionalText("email", email, 254);
        Check.present("role", role);
    }
}
