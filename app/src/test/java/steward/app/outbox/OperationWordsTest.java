package steward.app.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static steward.app.testing.Words.assertProper;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import steward.api.Ids;
import steward.api.Problem;
import steward.api.Role;
import steward.app.i18n.Formats;
import steward.app.testing.TestOrganization;
import steward.store.Dispatch;
import steward.store.Operation;
import steward.store.OperationState;
import steward.store.Outbox;
import steward.store.Request;
import steward.sync.SendingState;

/** Whatever became of an operation, and whatever sending waits for, is said. */
class OperationWordsTest {
    @TempDir
    Path folder;

    private TestOrganization organization;

    @BeforeEach
    void open() {
        organization = new TestOrganization(folder);
    }

    @AfterEach
    void close() {
        organization.close();
    }

    @Test
    void anOutcomeNobodyKnowsIsWorded() {
        Operation refused = refused(new Problem("urn:steward:outcome-unknown", "Outcome unknown", 409, "", null, null));
        assertProper(reason(refused));
        assertThat(reason(refused)).contains("send it again or discard it");
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 403, 404, 409, 412, 413, 422})
    void aRefusalWithoutWordsIsWorded(int status) {
        assertProper(reason(refused(new Problem("urn:of-a-newer-server", "?", status, "", null, null))));
    }

    @Test
    void theServersReasonIsShown() {
        Operation refused = refused(new Problem("urn:problem:x", "x", 422, "The address is blocked here.", null, null));
        assertThat(reason(refused)).isEqualTo("The address is blocked here.");
    }

    @ParameterizedTest
    @EnumSource
    void everyWaitIsWorded(SendingState.Wait wait) {
        String words = OperationWords.sending(new SendingState(organization.orgId, wait, TestOrganization.NOW, 3));
        if (wait == SendingState.Wait.NOTHING_TO_SEND) assertThat(words).isEmpty();
        else assertThat(words).matches("\\p{Lu}[^{}!]{5,}").doesNotContain("outbox.", "null");
    }

    @Test
    void whenTheUndoWindowIsOverItWaitsAsOthersDo() {
        var person = new Request.InvitePerson(Ids.next(), "lan@haven.example", Role.MEMBER, "Lan", null, null);
        organization.store().outbox().stage(organization.orgId, List.of(person), Duration.ofSeconds(10), null);
        var item = new OutboxLine.Item(organization.store().outbox().list());
        var tried = TestOrganization.NOW.plusSeconds(40);
        var offline = new SendingState(organization.orgId, SendingState.Wait.OFFLINE, tried, 0);
        var during = TestOrganization.NOW.plusSeconds(9);
        assertThat(item.inUndoWindow(during)).isTrue();
        assertThat(OperationWords.reason(item, offline, during)).startsWith("In its undo window");
        assertThat(OperationWords.underTime(item, offline, during)).isEqualTo("in 1 s");
        var over = TestOrganization.NOW.plusSeconds(10);
        assertThat(item.inUndoWindow(over)).isFalse();
        assertThat(OperationWords.reason(item, offline, over)).isEqualTo(OperationWords.sending(offline));
        assertThat(OperationWords.time(item, offline, over))
                .isEqualTo(Formats.current().clockSeconds(tried));
        assertThat(OperationWords.underTime(item, offline, over)).isEqualTo("in 30 s");
        var others = new SendingState(organization.orgId, SendingState.Wait.UNDO_WINDOW, tried, 0);
        assertThat(OperationWords.reason(item, others, over)).isEqualTo("Waits for its turn");
    }

    private Operation refused(Problem problem) {
        var store = organization.store();
        var person = new Request.InvitePerson(Ids.next(), "lan@haven.example", Role.MEMBER, "Lan", null, null);
        Outbox.Staged staged = store.outbox().stage(organization.orgId, List.of(person), Duration.ZERO, null);
        var claimed = store.dispatch().claim(organization.orgId, 10, Ids.next(), TestOrganization.NOW);
        store.dispatch()
                .answered(List.of(new Dispatch.Answer(
                        claimed.getFirst().id(),
                        OperationState.ATTENTION,
                        problem.status(),
                        null,
                        problem,
                        null,
                        null)));
        return store.outbox().find(staged.operationIds().getFirst()).orElseThrow();
    }

    private String reason(Operation operation) {
        var nothing = new SendingState(organization.orgId, SendingState.Wait.NOTHING_TO_SEND, null, 0);
        return OperationWords.reason(new OutboxLine.Item(List.of(operation)), nothing, TestOrganization.NOW);
    }
}
