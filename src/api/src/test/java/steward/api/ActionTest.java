package steward.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The matrix is the table of the domain, written down a second time by hand. */
class ActionTest {
    @ParameterizedTest
    @CsvSource({
        // action, Owner, Admin, Member, Support
        "SEE_ORGANIZATION,  true, true, true, true",
        "OPEN_PANEL,        true, true, false, true",
        "INVITE_MEMBER,     true, true, false, false",
        "REMOVE_MEMBER,     true, true, false, false",
        "INVITE_ADMIN,      true, false, false, false",
        "MANAGE_ADMIN,      true, false, false, false",
        "MANAGE_OWNER,      false, false, false, false",
        "MANAGE_ROOMS,      true, true, false, false",
        "END_MEETING,       true, true, false, false",
        "MANAGE_RECORDINGS, true, true, false, false",
        "PREVIEW_BILLING,   true, true, false, true",
        "MANAGE_BILLING,    true, true, false, false",
        "EDIT_ORGANIZATION, true, true, false, false",
        "HAND_OVER,         true, false, false, false",
        "START_MEETING,     true, true, true, false",
        "LEAVE,             false, true, true, false",
    })
    void isTheTableOfTheDomain(Action action, boolean owner, boolean admin, boolean member, boolean support) {
        assertThat(action.allowedTo(Role.OWNER)).isEqualTo(owner);
        assertThat(action.allowedTo(Role.ADMIN)).isEqualTo(admin);
        assertThat(action.allowedTo(Role.MEMBER)).isEqualTo(member);
        assertThat(action.allowedTo(Role.SUPPORT)).isEqualTo(support);
    }

    @Test
    void hasEveryRowInThatTable() throws Exception {
        CsvSource table = ActionTest.class
                .getDeclaredMethod(
                        "isTheTableOfTheDomain",
                        Action.class,
                        boolean.class,
                        boolean.class,
                        boolean.class,
                        boolean.class)
                .getAnnotation(CsvSource.class);
        assertThat(Arrays.stream(table.value()).map(row -> row.split(",")[0]).collect(Collectors.toSet()))
                .isEqualTo(Arrays.stream(Action.values()).map(Enum::name).collect(Collectors.toSet()));
    }

    @Test
    void asksMoreForAdminsAndForTheOwner() {
        assertThat(Action.inviting(Role.ADMIN)).isEqualTo(Action.INVITE_ADMIN);
        assertThat(Action.inviting(Role.MEMBER)).isEqualTo(Action.INVITE_MEMBER);
        assertThat(Action.removing(Role.MEMBER)).isEqualTo(Action.REMOVE_MEMBER);
        assertThat(Action.removing(Role.ADMIN)).isEqualTo(Action.MANAGE_ADMIN);
        assertThat(Action.removing(Role.OWNER)).isEqualTo(Action.MANAGE_OWNER);
    }
}
