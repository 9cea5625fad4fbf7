package steward.app.members;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringWriter;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import steward.api.CollectionName;
import steward.api.InvitationState;
import steward.api.Member;
import steward.api.Role;
import steward.app.control.State;
import steward.app.testing.TestOrganization;
import steward.store.OperationKind;
import steward.sync.Connection;

class MembersViewModelTest {
    @TempDir
    Path folder;

    private TestOrganization organization;
    private final Member olga = PeopleSamples.member("Ольга Иванова", "olga.ivanova@haven.example", Role.MEMBER);
    private final Member grace = PeopleSamples.member("Grace Østergård", "g.ostergard@haven.example", Role.ADMIN);
    private final Member owner = PeopleSamples.member("Åsa Lindqvist", "asa.lindqvist@haven.example", Role.OWNER);

    @BeforeEach
    void open() {
        organization = new TestOrganization(folder);
    }

    @AfterEach
    void close() {
        organization.close();
    }

    private void fill() {
        organization.pull(CollectionName.MEMBERS, List.of(olga, grace, owner));
        organization.pull(
                CollectionName.INVITATIONS,
                List.of(
                        PeopleSamples.invitation(
                                "new@haven.example",
                                InvitationState.PENDING,
                                PeopleSamples.NOW.minus(Duration.ofDays(1))),
                        PeopleSamples.invitation(
                                "late@haven.example",
                                InvitationState.EXPIRED,
                                PeopleSamples.NOW.minus(Duration.ofDays(20))),
                        PeopleSamples.invitation(
                                "gone@haven.example",
                                InvitationState.CANCELED,
                                PeopleSamples.NOW.minus(Duration.ofDays(30))),
                        PeopleSamples.invitation(
                                olga.email(), InvitationState.ACCEPTED, PeopleSamples.NOW.minus(Duration.ofDays(41)))));
    }

    private MembersViewModel model() {
        return new MembersViewModel(organization.context(Role.OWNER), () -> {});
    }

    private PersonRow row(MembersViewModel model, String email) {
        return model.rows().stream()
                .filter(each -> each.email().equals(email))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void figuresAndFiltersCountMembersAndInvitationsOnce() {
        fill();
        try (var model = model()) {
            People people = model.peopleProperty().get();
            assertThat(List.of(people.total(), people.accepted(), people.pending(), people.adminSeats()))
                    .containsExactly(4, 3, 1, 2);
            assertThat(people.counts())
                    .containsAllEntriesOf(Map.of(
                            PeopleFilter.ALL, 6,
                            PeopleFilter.ACCEPTED, 3,
                            PeopleFilter.PENDING, 1,
                            PeopleFilter.EXPIRED, 1,
                            PeopleFilter.CANCELED, 1));
            model.filterProperty().set(PeopleFilter.EXPIRED);
            assertThat(model.rows()).extracting(PersonRow::email).containsExactly("late@haven.example");
        }
    }

    @Test
    void searchIgnoresAccentsAndCaseAndKeepsTheFilter() {
        fill();
        try (var model = model()) {
            model.searchProperty().set("OSTERGARD");
            assertThat(model.rows()).extracting(PersonRow::name).containsExactly("Grace Østergård");
            model.filterProperty().set(PeopleFilter.PENDING);
            assertThat(model.rows()).isEmpty();
            assertThat(model.stateProperty().get()).isInstanceOf(State.Message.class);
            model.clearFilter();
            assertThat(model.rows()).hasSize(6);
            assertThat(model.stateProperty().get()).isInstanceOf(State.Ready.class);
        }
    }

    @Test
    void aChangedRoleIsShownAtOnceMarkedPendingAndCanBeUndone() {
        fill();
        try (var model = model()) {
            var commands = new MemberCommands(organization.context(Role.OWNER));
            commands.changeRole(List.of(row(model, olga.email())), Role.ADMIN);
            PersonRow changed = row(model, olga.email());
            assertThat(changed.role()).isEqualTo(Role.ADMIN);
            assertThat(changed.roleBefore()).isEqualTo(Role.MEMBER);
            assertThat(changed.change()).isEqualTo(PendingChange.CHANGING_ROLE);
            assertThat(model.peopleProperty().get().adminSeats()).isEqualTo(3);
            assertThat(organization.notices.offers).hasSize(1);
            commands.undo(changed);
            assertThat(row(model, olga.email()).pending()).isNull();
            assertThat(row(model, olga.email()).role()).isEqualTo(Role.MEMBER);
        }
    }

    @Test
    void aRemovedMemberStaysMarkedUntilItIsDone() {
        fill();
        try (var model = model()) {
            new MemberCommands(organization.context(Role.OWNER)).remove(List.of(row(model, olga.email())));
            PersonRow leaving = row(model, olga.email());
            assertThat(leaving.isLeaving()).isTrue();
            assertThat(leaving.shownState().word()).isEqualTo("Removing");
            assertThat(PersonAction.EDIT_ROLE.refusal(leaving, (action, online) -> java.util.Optional.empty()))
                    .isPresent();
        }
    }

    @Test
    void cancelingWhatHasNotLeftTakesItBackInsteadOfStagingMore() {
        fill();
        try (var model = model()) {
            var commands = new MemberCommands(organization.context(Role.OWNER));
            commands.invite(new MemberCommands.NewPerson(" mira@haven.example ", Role.MEMBER, "", ""));
            PersonRow unsent = row(model, "mira@haven.example");
            assertThat(unsent.change()).isEqualTo(PendingChange.NOT_SENT);
            commands.cancel(List.of(unsent, row(model, "new@haven.example")));
            assertThat(model.rows()).extracting(PersonRow::email).doesNotContain("mira@haven.example");
            assertThat(organization.store().outbox().list())
                    .filteredOn(operation -> operation.open())
                    .extracting(operation -> operation.kind())
                    .containsExactly(OperationKind.CANCEL_INVITATION);
        }
    }

    @Test
    void invitingOneRefusesWrongAndKnownAddressesBesideTheField() {
        fill();
        try (var model = model()) {
            var context = organization.context(Role.ADMIN);
            var menu = new MemberMenu(context, new MemberCommands(context), () -> model.peopleProperty()
                    .get()
                    .addresses());
            menu.inviteOne();
            var prompt = organization.dialogs.prompts.getLast();
            var email = prompt.fields().getFirst();
            assertThat(email.check().apply("no-at")).isPresent();
            assertThat(email.check().apply("OLGA.ivanova@Haven.Example")).isPresent();
            assertThat(email.check().apply("new@haven.example")).isPresent();
            assertThat(email.check().apply("late@haven.example")).isEmpty();
            assertThat(prompt.fields().get(2).options())
                    .as("an Admin invites no Admins")
                    .extracting(option -> option.value())
                    .containsExactly("MEMBER");
            organization.dialogs.submit(
                    Map.of("email", "mira@haven.example", "name", "Mira", "role", "MEMBER", "note", ""));
            assertThat(row(model, "mira@haven.example").name()).isEqualTo("Mira");
        }
    }

    @Test
    void unknownIsNotEmptyAndOfflineSaysSo() {
        try (var model = model()) {
            assertThat(model.stateProperty().get()).isInstanceOf(State.Loading.class);
            organization.session.connection(Connection.State.UNREACHABLE);
            assertThat(model.stateProperty().get()).isInstanceOf(State.Message.class);
            organization.pull(CollectionName.MEMBERS, List.of(owner));
            assertThat(model.rows()).hasSize(1);
        }
    }

    @Test
    void aMemberSeesWhyTheTabIsClosed() {
        fill();
        try (var model = new MembersViewModel(organization.context(Role.MEMBER), () -> {})) {
            assertThat(model.stateProperty().get()).isInstanceOf(State.Message.class);
            assertThat(model.rows()).isEmpty();
        }
    }

    @Test
    void tenThousandAreFilteredWithinAFrame() {
        organization.pull(CollectionName.MEMBERS, PeopleSamples.members(10_000));
        try (var model = model()) {
            assertThat(model.rows()).hasSize(10_000);
            var threads = ManagementFactory.getThreadMXBean();
            List<Long> millis = new ArrayList<>();
            for (int i = 0; i < 30; i++) {
                long from = threads.getCurrentThreadCpuTime();
                model.searchProperty().set(i % 2 == 0 ? "person12" : "ostergard");
                millis.add((threads.getCurrentThreadCpuTime() - from) / 1_000_000);
            }
            assertThat(model.rows()).hasSize(714);
            assertThat(millis.stream().sorted().skip(15).findFirst().orElseThrow())
                    .as("median of %s", millis)
                    .isLessThan(16);
        }
    }

    @Test
    void exportedCellsRunNoFormula() throws Exception {
        organization.pull(
                CollectionName.MEMBERS,
                List.of(PeopleSamples.member("=HYPERLINK(\"http://x\")", "x@haven.example", Role.MEMBER)));
        try (var model = model();
                var out = new StringWriter()) {
            MembersCsv.write(out, model.rows());
            assertThat(out.toString()).contains("'=HYPERLINK").doesNotContain("\n\"=HYPERLINK");
            assertThat(out.toString()).startsWith("\uFEFFname,email,role,state");
        }
    }

    @Test
    void whatAPersonDidAndWhatWasDoneToThemIsWorded() {
        fill();
        organization
                .store()
                .cacheWriter(organization.orgId)
                .saveAudit(
                        List.of(
                                PeopleSamples.audit(
                                        "room.edit",
                                        grace.email(),
                                        "Grace Østergård",
                                        java.util.UUID.randomUUID(),
                                        "Aula B"),
                                PeopleSamples.audit(
                                        "member.role", owner.email(), "Åsa Lindqvist", grace.id(), "Grace Østergård"),
                                PeopleSamples.audit(
                                        "robot.paint", owner.email(), "Åsa Lindqvist", grace.id(), "Grace Østergård"),
                                PeopleSamples.audit(
                                        "room.edit",
                                        owner.email(),
                                        "Åsa Lindqvist",
                                        java.util.UUID.randomUUID(),
                                        "Aula C")),
                        true);
        try (var model = model()) {
            PersonRow person = row(model, grace.email());
            model.look(person);
            assertThat(model.activityProperty().get().records())
                    .extracting(each -> ActivityWords.of(each, person))
                    .containsExactlyInAnyOrder(
                            "Changed the room Aula B",
                            "Role changed by Åsa Lindqvist",
                            "robot paint: Grace Østergård, by Åsa Lindqvist");
        }
    }

    @Test
    void severalPeopleAreBlindCopiesOfOneMail() {
        assertThat(PeopleOut.link(List.of("a+b@x.example"))).isEqualTo("mailto:a%2Bb@x.example");
        assertThat(PeopleOut.link(List.of("a@x.example", "b@x.example")))
                .isEqualTo("mailto:?bcc=a@x.example,b@x.example");
    }
}
