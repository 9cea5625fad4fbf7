package steward.app.members;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import steward.api.InvitationState;
import steward.api.Role;
import steward.app.i18n.Folded;
import steward.app.members.PersonAction.Permission;
import steward.store.Shown;

class PersonActionTest {
    private static final PersonRow OWNER = row(Role.OWNER);
    private static final PersonRow ADMIN = row(Role.ADMIN);
    private static final PersonRow MEMBER = row(Role.MEMBER);

    @Test
    void theOwnerIsUntouchableEvenForTheOwner() {
        for (Role actor : Role.values()) {
            assertThat(PersonAction.REMOVE.refusal(OWNER, as(actor))).isPresent();
            assertThat(PersonAction.EDIT_ROLE.refusal(OWNER, as(actor))).isPresent();
        }
    }

    @Test
    void adminsAreForTheOwnerAlone() {
        assertThat(PersonAction.REMOVE.refusal(ADMIN, as(Role.OWNER))).isEmpty();
        assertThat(PersonAction.REMOVE.refusal(ADMIN, as(Role.ADMIN))).isPresent();
        assertThat(PersonAction.REMOVE.refusal(MEMBER, as(Role.ADMIN))).isEmpty();
        assertThat(PersonAction.EDIT_ROLE.refusal(MEMBER, as(Role.ADMIN))).isPresent();
        assertThat(PersonAction.EDIT_ROLE.refusal(MEMBER, as(Role.OWNER))).isEmpty();
    }

    @Test
    void supportStaffTouchNobody() {
        for (PersonAction action : PersonAction.values()) {
            for (PersonRow row : List.of(OWNER, ADMIN, MEMBER, invited(InvitationState.PENDING))) {
                assertThat(action.refusal(row, as(Role.SUPPORT)))
                        .as(action + " " + row.role())
                        .isPresent();
            }
        }
    }

    @Test
    void ownershipGoesToAnAdminAndOnlyOnline() {
        assertThat(PersonAction.HAND_OVER.refusal(ADMIN, as(Role.OWNER))).isEmpty();
        assertThat(PersonAction.HAND_OVER.refusal(MEMBER, as(Role.OWNER))).isPresent();
        Permission offline = (action, onlineOnly) -> onlineOnly ? Optional.of("offline") : Optional.empty();
        assertThat(PersonAction.HAND_OVER.refusal(ADMIN, offline)).contains("offline");
    }

    @Test
    void onlyAPendingInvitationIsCanceledAndNoCanceledOneResent() {
        assertThat(PersonAction.CANCEL.refusal(invited(InvitationState.PENDING), as(Role.ADMIN)))
                .isEmpty();
        assertThat(PersonAction.CANCEL.refusal(invited(InvitationState.EXPIRED), as(Role.ADMIN)))
                .isPresent();
        assertThat(PersonAction.RESEND.refusal(invited(InvitationState.EXPIRED), as(Role.ADMIN)))
                .isEmpty();
        assertThat(PersonAction.RESEND.refusal(invited(InvitationState.CANCELED), as(Role.ADMIN)))
                .isPresent();
        assertThat(PersonAction.RESEND.refusal(MEMBER, as(Role.OWNER))).isPresent();
    }

    @Test
    void manyAreDoneAsFarAsItFitsAndTheRestIsNamed() {
        var fitting = PersonAction.REMOVE.fitting(List.of(OWNER, ADMIN, MEMBER), as(Role.ADMIN));
        assertThat(fitting.rows()).containsExactly(MEMBER);
        assertThat(fitting.leftOut()).isEqualTo(2);
        assertThat(fitting.reason()).contains("The Owner cannot be removed");
        assertThat(fitting.refusal()).isEmpty();
        assertThat(PersonAction.REMOVE.fitting(List.of(OWNER), as(Role.OWNER)).refusal())
                .isPresent();
    }

    private static Permission as(Role actor) {
        return (action, onlineOnly) -> action.allowedTo(actor) ? Optional.empty() : Optional.of("not for " + actor);
    }

    private static PersonRow row(Role role) {
        var member = PeopleSamples.member("Ann", "ann@haven.example", role);
        return new PersonRow(new Shown<>(member, member, null), null, null, Folded.of("ann"));
    }

    private static PersonRow invited(InvitationState state) {
        var invitation = PeopleSamples.invitation("ann@haven.example", state, PeopleSamples.NOW);
        return new PersonRow(null, new Shown<>(invitation, invitation, null), null, Folded.of("ann"));
    }
}
