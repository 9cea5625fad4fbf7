package steward.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import steward.api.Role;
import steward.people.Lookup.Known;
import steward.people.Reason.Code;

class CheckerTest {
    private static final Instant MAY = Instant.parse("2026-05-03T10:00:00Z");
    private static final Lookup KNOWN = address -> switch (address.normal()) {
        case "member@example.org" -> Optional.of(new Known(Known.State.MEMBER, MAY, Role.ADMIN));
        case "invited@example.org" -> Optional.of(new Known(Known.State.INVITED, MAY, Role.MEMBER));
        default -> Optional.empty();
    };

    private final Checker checker = new Checker(KNOWN, Policy.of(Role.ADMIN).withOwnDomains(Set.of("haven.example")));

    private static Row row(long index, String email, String role) {
        Place place = new Place(index, index + 2, index + 2);
        return new Row(place, Person.of(email, "", role, ""), null, 0, false);
    }

    private CheckedRow check(int index, String email) {
        return checker.check(row(index, email, ""));
    }

    @Test
    void theFirstThatFitsIsTheOutcome() {
        Row bad = row(0, "no address", "superuser");
        Row skipped = new Row(bad.place(), bad.person(), new Skip(Skip.Kind.BOT, "Bot"), 3, false);

        assertThat(checker.check(skipped).outcome()).isEqualTo(Outcome.SKIPPED);
        assertThat(checker.check(bad).outcome()).isEqualTo(Outcome.ATTENTION);
        assertThat(checker.check(row(1, "member@example.org", "superuser")).outcome())
                .isEqualTo(Outcome.ATTENTION);
        assertThat(checker.check(row(2, "member@example.org", "admin")).outcome())
                .isEqualTo(Outcome.ALREADY_MEMBER);
        assertThat(checker.check(row(3, "MEMBER@example.org", "admin")).outcome())
                .isEqualTo(Outcome.REPEATED);
        assertThat(checker.check(row(4, "invited@example.org", "admin")).outcome())
                .isEqualTo(Outcome.ALREADY_INVITED);
        assertThat(checker.check(row(5, "new@example.org", "admin")).outcome()).isEqualTo(Outcome.NOT_ALLOWED);
        assertThat(checker.check(row(6, "else@example.org", "member")).outcome())
                .isEqualTo(Outcome.READY);
        assertThat(checker.tally().rows()).isEqualTo(7);
    }

    @Test
    void whatIsKnownIsSaid() {
        assertThat(check(0, "member@example.org").reason())
                .isEqualTo(Reason.of(Code.MEMBER_SINCE, MAY.toString(), "ADMIN"));
        assertThat(check(1, "invited@example.org").reason())
                .isEqualTo(Reason.of(Code.INVITED_SINCE, MAY.toString(), "MEMBER"));
        assertThat(checker.check(row(2, "invited@example.org", "admin")).outcome())
                .isEqualTo(Outcome.REPEATED);
        Checker other = new Checker(KNOWN, Policy.of(Role.OWNER));
        assertThat(other.check(row(0, "invited@example.org", "admin")).reason().code())
                .isEqualTo(Code.INVITED_WITH_OTHER_ROLE);
    }

    @Test
    void aRoleForAllSettlesUnknownWords() {
        Checker all = new Checker(Lookup.NOBODY, Policy.of(Role.OWNER).withRoleForAll(Optional.of(Role.ADMIN)));

        assertThat(all.check(row(0, "a@example.org", "superuser")).role()).isEqualTo(Role.ADMIN);
        assertThat(all.tally().admins()).isEqualTo(1);
        assertThat(all.tally().members()).isZero();
    }

    @Test
    void nobodyIsInvitedAsOwner() {
        assertThat(checker.check(row(0, "a@example.org", "Owner")).reason())
                .isEqualTo(Reason.of(Code.OWNER_ROLE, "Owner"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"MEMBER", "SUPPORT"})
    void membersAndSupportMayNotInvite(Role actor) {
        assertThat(new Checker(Lookup.NOBODY, Policy.of(actor))
                        .check(row(0, "a@example.org", ""))
                        .outcome())
                .isEqualTo(Outcome.NOT_ALLOWED);
    }

    @ParameterizedTest
    @CsvSource({
        "a@gmial.com, gmail.com",
        "a@gmai.com, gmail.com",
        "a@gmail.con, gmail.com",
        "a@gmaill.com, gmail.com",
        "a@hotmial.com, hotmail.com",
        "a@outlok.com, outlook.com",
        "a@yaho.com, yahoo.com",
        "a@somewhere.con, somewhere.com",
        "a@haevn.example, haven.example",
        "a@havn.example, haven.example"
    })
    void aSlipInTheDomainIsPointedOut(String email, String meant) {
        CheckedRow row = check(0, email);

        assertThat(row.reason().code()).isEqualTo(Code.DOMAIN_TYPO);
        assertThat(row.fix()).contains(new Fix("a@" + meant, meant));
        assertThat(checker.check(row.suggestion().on(row.row())).outcome()).isEqualTo(Outcome.READY);
        assertThat(checker.check(row.row().asIs()).outcome()).isEqualTo(Outcome.READY);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "mail.com",
                "ymail.com",
                "email.com",
                "gmx.at",
                "example.org",
                "raven.example",
                "alum.haven.example",
                "haven.test",
                "googlemail.com",
                "live.de",
                "hotmail.it",
                "mail.haven.example",
                "proton.me"
            })
    void anHonestDomainIsLeftAlone(String domain) {
        assertThat(check(0, "a@" + domain).outcome()).isEqualTo(Outcome.READY);
    }

    @Test
    void anImitationIsPointedOut() {
        CheckedRow row = check(0, "a@hаven.example");

        assertThat(row.reason()).isEqualTo(Reason.of(Code.DOMAIN_LOOKALIKE, "hаven.example", "haven.example"));
        assertThat(row.marks()).contains(Mark.ADDRESS_MIXES_SCRIPTS);
        assertThat(check(1, "a@gmaiI.com").outcome()).isNotEqualTo(Outcome.NOT_ALLOWED);
        assertThat(check(2, "a@g00glemail.com").reason().code()).isEqualTo(Code.DOMAIN_LOOKALIKE);
    }

    @ParameterizedTest
    @CsvSource({
        "two@@example.org, two@example.org",
        "ann lee@example.org, annlee@example.org",
        "ann@example..org, ann@example.org",
        "ann.@example.org, ann@example.org",
        "'ann@example,org', ann@example.org",
        "ann (at) example.org, ann@example.org",
        "ann at example dot org, ann@example.org",
        "an\u200Bn@exam\u202Eple.org, ann@example.org"
    })
    void aSlipInTheAddressHasAFix(String email, String mended) {
        assertThat(check(0, email).outcome()).isEqualTo(Outcome.ATTENTION);
        assertThat(check(0, email).fix().map(Fix::value)).contains(mended);
    }

    @Test
    void turnedDirectionsAreNamed() {
        assertThat(check(0, "an\u202En@example.org").reason().code()).isEqualTo(Code.HIDDEN_CHARACTERS);
        Row named = row(1, "a@example.org", "").withName("Ann \u202Eeel");
        assertThat(checker.check(named).marks()).containsExactly(Mark.NAME_HIDES_CHARACTERS);
        assertThat(checker.check(row(2, "b@example.org", "").withName("Peter علي"))
                        .marks())
                .isEmpty();
        assertThat(checker.check(row(3, "c@example.org", "").withName("Pеter")).marks())
                .containsExactly(Mark.NAME_MIXES_SCRIPTS);
    }

    @Test
    void tooLongForAnInvitationNeedsAPerson() {
        assertThat(checker.check(row(0, "a@example.org", "").withName("x".repeat(101)))
                        .reason())
                .isEqualTo(Reason.of(Code.NAME_TOO_LONG, "100"));
        assertThat(checker.check(row(0, "a@example.org", "").withNote("x".repeat(501)))
                        .reason())
                .isEqualTo(Reason.of(Code.NOTE_TOO_LONG, "500"));
        assertThat(checker.check(row(0, "a@example.org", "").withName("😀".repeat(100)))
                        .outcome())
                .isEqualTo(Outcome.READY);
    }

    @Test
    void aChangedRowSetsFreeTheNextOfItsAddress() {
        List<Row> rows = new ArrayList<>();
        for (String email : List.of("a@x.example", "b@x.example", "a@x.example", "A@X.example", "c@x.example")) {
            rows.add(row(rows.size(), email, ""));
        }
        rows.forEach(checker::check);

        Checker.Recheck recheck = checker.recheck(rows.get(0).withEmail("c@x.example"));

        assertThat(recheck.row().outcome()).isEqualTo(Outcome.READY);
        assertThat(recheck.affected()).containsExactly(2L, 3L, 4L);
        assertThat(checker.check(rows.get(2)).outcome()).isEqualTo(Outcome.READY);
        assertThat(checker.check(rows.get(3)).reason()).isEqualTo(Reason.of(Code.SAME_AS_ROW, "3"));
        assertThat(checker.check(rows.get(4)).reason()).isEqualTo(Reason.of(Code.SAME_AS_ROW, "1"));
        assertThat(checker.tally().rows()).isEqualTo(5);
        assertThat(checker.tally().ready()).isEqualTo(3);
        assertThat(checker.tally().of(Outcome.REPEATED)).isEqualTo(2);
    }

    @Test
    void aRowThatNoLongerCountsSetsFreeTheNext() {
        check(0, "a@x.example");
        check(1, "a@x.example");

        Checker.Recheck recheck = checker.recheck(row(0, "broken", ""));

        assertThat(recheck.affected()).containsExactly(1L);
        assertThat(check(1, "a@x.example").outcome()).isEqualTo(Outcome.READY);
    }

    @Test
    void changesInAnyOrderEndWhereOneReadingWould() {
        java.util.Random random = new java.util.Random(42);
        for (int round = 0; round < 50; round++) {
            List<Row> rows = new ArrayList<>();
            for (int i = 0; i < 30; i++) rows.add(row(i, "p%d@x.example".formatted(random.nextInt(12)), ""));
            Checker changing = new Checker(Lookup.NOBODY, Policy.of(Role.OWNER));
            List<CheckedRow> now =
                    new ArrayList<>(rows.stream().map(changing::check).toList());
            for (int change = 0; change < 40; change++) {
                int at = random.nextInt(rows.size());
                rows.set(at, rows.get(at).withEmail("p%d@x.example".formatted(random.nextInt(12))));
                Checker.Recheck recheck = changing.recheck(rows.get(at));
                now.set(at, recheck.row());
                for (long other : recheck.affected()) now.set((int) other, changing.check(rows.get((int) other)));
            }
            Checker fresh = new Checker(Lookup.NOBODY, Policy.of(Role.OWNER));
            assertThat(now).isEqualTo(rows.stream().map(fresh::check).toList());
            assertThat(changing.tally()).isEqualTo(fresh.tally());
        }
    }

    @Test
    void aLongRowIsReadyOnceLookedAt() {
        Row long1 = new Row(new Place(0, 2, 2), Person.of("a@example.org", "Ann", "", ""), null, 2, false);

        assertThat(checker.check(long1).reason()).isEqualTo(Reason.of(Code.TOO_MANY_CELLS, "2"));
        assertThat(checker.check(long1.asIs()).outcome()).isEqualTo(Outcome.READY);
        assertThat(checker.check(long1.withEmail("b@example.org")).outcome()).isEqualTo(Outcome.READY);
    }

    @Test
    void aSuspendedPersonCanBeIncluded() {
        Row row = row(0, "a@example.org", "");
        Row suspended = new Row(row.place(), row.person(), new Skip(Skip.Kind.SUSPENDED, "Suspended"), 0, false);

        assertThat(checker.check(suspended).outcome()).isEqualTo(Outcome.SKIPPED);
        assertThat(checker.check(suspended.included()).outcome()).isEqualTo(Outcome.READY);
    }

    @Test
    void anAcceptedDomainIsAcceptedForAll() {
        Checker accepting = new Checker(Lookup.NOBODY, Policy.of(Role.OWNER).accepting("gmial.com"));

        assertThat(accepting.check(row(0, "a@gmial.com", "")).outcome()).isEqualTo(Outcome.READY);
    }
}
