package steward.server;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import steward.api.Action;
import steward.api.Ids;
import steward.api.Role;

/** Walks every route of an organization with every role; what guards it is said here once more, whatever the yaml says. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RoutePermissionTest {
    private static final ContractCheck CONTRACT = new ContractCheck();

    /** A route of an organization without an entry fails. */
    private static final Map<String, Action> GUARDS = Map.ofEntries(
            entry("getOrganization", Action.OPEN_PANEL),
            entry("editOrganization", Action.EDIT_ORGANIZATION),
            entry("getLogo", Action.SEE_ORGANIZATION),
            entry("setLogo", Action.EDIT_ORGANIZATION),
            entry("removeLogo", Action.EDIT_ORGANIZATION),
            entry("handOverOwnership", Action.HAND_OVER),
            entry("listMembers", Action.OPEN_PANEL),
            entry("getMember", Action.OPEN_PANEL),
            entry("changeRole", Action.MANAGE_ADMIN),
            entry("removeMember", Action.REMOVE_MEMBER),
            entry("listInvitations", Action.OPEN_PANEL),
            entry("getInvitation", Action.OPEN_PANEL),
            entry("inviteBatch", Action.INVITE_MEMBER),
            entry("resendBatch", Action.INVITE_MEMBER),
            entry("cancelBatch", Action.INVITE_MEMBER),
            entry("listRooms", Action.OPEN_PANEL),
            entry("createRoom", Action.MANAGE_ROOMS),
            entry("getRoom", Action.OPEN_PANEL),
            entry("editRoom", Action.MANAGE_ROOMS),
            entry("deleteRoom", Action.MANAGE_ROOMS),
            entry("listMeetings", Action.OPEN_PANEL),
            entry("getMeeting", Action.OPEN_PANEL),
            entry("getUsage", Action.OPEN_PANEL),
            entry("listRecordings", Action.OPEN_PANEL),
            entry("getRecording", Action.OPEN_PANEL),
            entry("renameRecording", Action.MANAGE_RECORDINGS),
            entry("deleteRecording", Action.MANAGE_RECORDINGS),
            entry("restoreRecording", Action.MANAGE_RECORDINGS),
            entry("purgeRecording", Action.MANAGE_RECORDINGS),
            entry("downloadRecording", Action.MANAGE_RECORDINGS),
            entry("getSubscription", Action.OPEN_PANEL),
            entry("previewChange", Action.PREVIEW_BILLING),
            entry("applyChange", Action.MANAGE_BILLING),
            entry("listScheduledChanges", Action.OPEN_PANEL),
            entry("withdrawScheduledChange", Action.MANAGE_BILLING),
            entry("listInvoices", Action.OPEN_PANEL),
            entry("getInvoice", Action.OPEN_PANEL),
            entry("listPaymentMethods", Action.OPEN_PANEL),
            entry("listAudit", Action.OPEN_PANEL),
            entry("getChanges", Action.OPEN_PANEL),
            entry("lookupOperations", Action.OPEN_PANEL));

    /** Leaving ends the role, a stream does not end, and what a host may do is held by MeetingRuntimeTest. */
    private static final Set<String> ELSEWHERE = Set.of(
            "leaveOrganization",
            "streamEvents",
            "startMeeting",
            "endMeeting",
            "joinMeeting",
            "leaveMeeting",
            "recordMeeting");

    private World world;
    private final Map<String, UUID> ids = new LinkedHashMap<>();

    @BeforeAll
    void start(@TempDir Path folder) {
        world = new World(folder);
        for (String each :
                Set.of("memberId", "roomId", "invitationId", "meetingId", "recordingId", "invoiceId", "changeId")) {
            ids.put(each, Ids.next());
        }
        ids.put("orgId", world.org);
    }

    @AfterAll
    void stop() {
        world.close();
    }

    static Stream<Arguments> cells() {
        return CONTRACT.routes().stream()
                .filter(route -> route.path().contains("{orgId}"))
                .filter(route -> !ELSEWHERE.contains(route.id()))
                .flatMap(route -> Arrays.stream(Role.values()).map(role -> Arguments.of(route.id(), role)));
    }

    @ParameterizedTest(name = "{0} by {1}")
    @MethodSource("cells")
    void isOpenToWhomTheMatrixSays(String operation, Role role) {
        assertThat(GUARDS).as("a route needs an entry").containsKey(operation);
        HttpAnswer answer = EveryRoute.call(world.of(role).wire(), CONTRACT.route(operation), ids, "none");
        if (GUARDS.get(operation).allowedTo(role))
            assertThat(answer.status()).as(answer.text()).isNotIn(401, 403);
        else assertThat(answer.status()).as(answer.text()).isEqualTo(403);
    }
}
