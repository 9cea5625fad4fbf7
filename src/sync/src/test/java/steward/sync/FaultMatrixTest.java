package steward.sync;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import steward.api.Ids;
import steward.store.OperationKind;
import steward.sync.MatrixCell.Cell;

/** The short form of {@link FaultMatrix}: each write with two faults and moments drawn for it. */
class FaultMatrixTest {

    @TempDir
    Path folder;

    @Test
    void everyWriteOfTheContractIsInIt() {
        assertThat(MatrixRoutes.all().keySet()).containsExactlyInAnyOrderElementsOf(FaultMatrix.writes());
        assertThat(FaultMatrix.cells())
                .doesNotHaveDuplicates()
                .hasSize(FaultMatrix.writes().size() * (Fault.values().length - 1) * Moment.values().length);
    }

    @Test
    void theEngineDrivesEveryKindOfOperation() {
        assertThat(EngineCell.OUTBOX).hasSameSizeAs(OperationKind.values());
        assertThat(FaultMatrix.writes()).containsAll(EngineCell.OUTBOX);
    }

    @Test
    void everyWriteHasItsOneEffect() throws Exception {
        Random random = new Random(1);
        List<Fault> faults = FaultMatrix.faults();
        List<Cell> drawn = new ArrayList<>();
        for (String write : FaultMatrix.writes()) {
            for (int i = 0; i < 2; i++) {
                Moment moment = Moment.values()[random.nextInt(Moment.values().length)];
                drawn.add(new Cell(write, faults.get(random.nextInt(faults.size())), moment));
            }
        }
        assertThat(FaultMatrix.run(folder, drawn, 2, as -> as)).isEmpty();
    }

    /** Control: a client that makes a new key for each attempt must be noticed. */
    @Test
    void noticesAFreshKey() throws Exception {
        Cell lost = new Cell("recordMeeting", Fault.DROP_ANSWER, Moment.AFTER);
        List<String> wrong = FaultMatrix.run(
                folder,
                List.of(lost),
                1,
                as -> new MatrixWrite(as.method(), as.path(), as.token(), Ids.next(), as.ifMatch(), as.body()));
        assertThat(wrong).anyMatch(each -> each.contains("not replayed")).anyMatch(each -> each.contains("op_done=3"));
    }
}
