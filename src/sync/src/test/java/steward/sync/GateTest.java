package steward.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import steward.api.Ids;
import steward.api.ServerInfo;

class GateTest {

    private static final UUID ID = Ids.next();
    private static final ServerInfo BEFORE = info("before");

    private final List<String> told = new ArrayList<>();
    private boolean full;
    private String token = "first";
    private ServerInfo now = BEFORE;
    private Runnable onTheWay = () -> {};
    private final Gate gate = new Gate(
            BEFORE,
            () -> {
                ServerInfo answer = now;
                onTheWay.run();
                return answer;
            },
            () -> token,
            InstantSource.system(),
            new BackOff(Pace.NORMAL, new Random(1)),
            new Gate.Listener() {
                @Override
                public void connected() {}

                @Override
                public void restored(ServerInfo info) {
                    told.add(info.epoch() + " seen while it was " + gate().epoch());
                    if (full) throw new IllegalStateException("not written down");
                }

                @Override
                public void changed() {}
            });

    /** What is to be held is written down before anybody can take the new epoch for the one known. */
    @Test
    void tellsOfARestoredServerBeforeItBelievesIt() {
        gate.probe();
        now = info("after");
        gate.again();
        gate.probe();
        assertThat(told).containsExactly("after seen while it was before");
        assertThat(gate.epoch()).isEqualTo("after");
        assertThat(gate.isConnected()).isTrue();
    }

    @Test
    void tellsAgainWhatCouldNotBeWrittenDown() {
        full = true;
        now = info("after");
        assertThatThrownBy(gate::probe).hasMessage("not written down");
        assertThat(gate.isConnected()).isFalse();
        assertThat(gate.epoch()).isEqualTo("before");
        full = false;
        gate.probe();
        assertThat(told).hasSize(2);
        assertThat(gate.isConnected()).isTrue();
    }

    @Test
    void looksNoLaterForTheServerWhenTheClockIsTurnedBack() {
        gate.bringForward(Duration.ofDays(1));
        gate.failed(new SyncException.Unreachable(SyncException.Unreachable.Reason.REFUSED, null), token);
        Instant planned = gate.probeAt();
        gate.bringForward(Duration.ofDays(1));
        assertThat(gate.probeAt()).isEqualTo(planned.minus(Duration.ofDays(1)));
        assertThat(gate.connection().state()).isEqualTo(Connection.State.UNREACHABLE);
    }

    /** The program was offline for a moment, in which the server was restored; the answer was on its way all along. */
    @Test
    void takesNoAnswerFromBeforeForProof() {
        onTheWay = () -> {
            onTheWay = () -> {};
            gate.workOffline(true);
            now = info("after");
            gate.workOffline(false);
        };
        gate.probe();
        assertThat(told).containsExactly("after seen while it was before");
        assertThat(gate.epoch()).isEqualTo("after");
        assertThat(gate.isConnected()).isTrue();
    }

    @Test
    void asksNobodyAgainWhileOfflineByChoice() {
        List<String> asked = new ArrayList<>();
        onTheWay = () -> {
            asked.add("who is there");
            gate.workOffline(true);
        };
        gate.probe();
        assertThat(asked).hasSize(1);
        assertThat(gate.connection().state()).isEqualTo(Connection.State.OFFLINE_BY_CHOICE);
        assertThat(gate.isConnected()).isFalse();
    }

    /** The server may be restored, and believed again, between the last look at it and the call. */
    @Test
    void letsNothingPassThatWasMadeReadyForTheServerBeforeItWasRestored() {
        gate.probe();
        now = info("after");
        gate.again();
        gate.probe();
        assertThatThrownBy(() -> gate.whileItIs("before", gate::pass)).isInstanceOf(SyncException.Unreachable.class);
        assertThatCode(() -> gate.whileItIs("after", gate::pass)).doesNotThrowAnyException();
        assertThatCode(gate::pass).doesNotThrowAnyException();
    }

    /** An answer to the old token may come after somebody signed in anew. */
    @Test
    void believesNothingSaidOfATokenThatWasReplaced() {
        gate.probe();
        token = "second";
        gate.failed(new SyncException.Unauthorized(), "first");
        assertThat(gate.isConnected()).isTrue();
        gate.failed(new SyncException.Unauthorized(), "second");
        assertThat(gate.connection().state()).isEqualTo(Connection.State.SIGNED_OUT);
    }

    private static ServerInfo info(String epoch) {
        ServerInfo.Limits limits = new ServerInfo.Limits(500, 500, 1, 1);
        return new ServerInfo(ID, epoch, "Server", "1", 1, Instant.EPOCH, 30, limits);
    }

    private Gate gate() {
        return gate;
    }
}
