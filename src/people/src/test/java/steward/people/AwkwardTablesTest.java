package steward.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import steward.api.Role;
import steward.people.Reason.Code;

/** Tables as people really make them. */
class AwkwardTablesTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {",", ";", "\t", "|"})
    void anyDelimiterIsFound(String delimiter) throws Exception {
        String text = "email,role,name\na@example.org,admin,\"Smith%s John\"\nb@example.org,,Bob\n"
                .replace(",", delimiter)
                .formatted(delimiter);
        Reading reading = Reading.ofText(text);

        assertThat(reading.guess().settings().delimiter()).isEqualTo(delimiter.charAt(0));
        assertThat(reading.names()).containsExactly(("Smith" + delimiter + " John").replace("\t ", " "), "Bob");
        assertThat(reading.row(0).role()).isEqualTo(Role.ADMIN);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r\n", "\r"})
    void anyLineEndIsRead(String end) throws Exception {
        Reading reading = Reading.ofText(
                String.join(end, "email,name", "a@example.org,\"Ann" + end + "Lee\"", "", "b@example.org,Bob", ""));

        assertThat(reading.emails()).containsExactly("a@example.org", "b@example.org");
        assertThat(reading.row(1).row().place()).isEqualTo(new Place(1, 4, 5));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Ann Lee <ann@example.org>| ann@example.org| Ann Lee",
                "\"Lee, Ann\" <ann@example.org>| ann@example.org| Lee, Ann",
                "<ann@example.org>| ann@example.org| ''",
                "mailto:ann@example.org| ann@example.org| ''",
                "MAILTO:ann@example.org?subject=hello| ann@example.org| ''",
                "ann@example.org;| ann@example.org| ''",
                "ann@example.org.| ann@example.org| ''",
                "'''ann@example.org'''| ann@example.org| ''",
                "ann@example.org (Ann Lee)| ann@example.org| Ann Lee",
                "\u00A0\u200Bann@example.org\u200E\uFEFF| ann@example.org| ''",
                "ann＠example.org| ann@example.org| ''",
                "Ann Lee <mailto:ann@example.org>| ann@example.org| Ann Lee"
            })
    void whatProgramsPutAroundAnAddressIsTakenOff(String cell, String email, String name) throws Exception {
        Reading reading = Reading.ofText("email\tphone\nbob@example.org\t1\n"
                + cell.replace("\"", "\"\"").replaceAll("^(.*)$", "\"$1\"") + "\t2\n");

        assertThat(reading.row(1).row().email()).isEqualTo(email);
        assertThat(reading.row(1).row().name()).isEqualTo(name);
        assertThat(reading.row(1).outcome()).isEqualTo(Outcome.READY);
    }

    @Test
    void severalAddressesInACellNeedAPerson() throws Exception {
        Reading reading = Reading.ofText("email,name\n\"ann@example.org; bob@example.org\",Ann\ncy@example.org,Cy\n");

        assertThat(reading.row(0).reason()).isEqualTo(Reason.of(Code.SEVERAL_ADDRESSES, "2"));
        assertThat(reading.row(1).outcome()).isEqualTo(Outcome.READY);
    }

    @Test
    void noHeadingsAreNeeded() throws Exception {
        Reading reading = Reading.ofText("Ann Lee,ann@example.org,member\nBob Ray,bob@example.org,member\n");

        assertThat(reading.guess().settings().headerRow()).isEqualTo(Columns.NONE);
        assertThat(reading.emails()).containsExactly("ann@example.org", "bob@example.org");
        assertThat(reading.names()).containsExactly("Ann Lee", "Bob Ray");
    }

    @Test
    void headingsInAnUnknownLanguageAreFoundByWhatStandsUnderThem() throws Exception {
        Reading reading =
                Reading.ofText("Uimhir;Seoladh ríomhphoist;Ainm\n1;ann@example.org;Ann\n2;bob@example.org;Bob\n");

        assertThat(reading.guess().settings().headerRow()).isZero();
        assertThat(reading.tally().rows()).isEqualTo(2);
        assertThat(reading.guess().columns().get(1).header()).isEqualTo("Seoladh ríomhphoist");
        assertThat(reading.tally().ready()).isEqualTo(2);
    }

    @Test
    void headingsMayFollowATitle() throws Exception {
        Reading reading =
                Reading.ofText("Staff of the library,,\nExported 3 May by root,,\n,,\nName,Department,E-mail\n"
                        + "Ann,A,ann@example.org\nBob,B,bob@example.org\n");

        assertThat(reading.guess().settings().headerRow()).isEqualTo(3);
        assertThat(reading.names()).containsExactly("Ann", "Bob");
    }

    @Test
    void theDelimiterMayBeDeclared() throws Exception {
        Reading reading = Reading.ofText("sep=;\nemail;name\nann@example.org;Lee, Ann\n");

        assertThat(reading.guess().settings().delimiter()).isEqualTo(';');
        assertThat(reading.tally().rows()).isEqualTo(1);
        assertThat(reading.names()).containsExactly("Lee, Ann");
    }

    @Test
    void aVersionLineIsNoRow() throws Exception {
        Reading reading = Reading.ofText("version:v1.0\nemail,name\nann@example.org,Ann\n");
        Reading bare = Reading.ofText("version:v1.0\nann@example.org\nbob@example.org\n");

        assertThat(reading.tally().rows()).isEqualTo(1);
        assertThat(bare.tally().rows()).isEqualTo(2);
    }

    @Test
    void emptyColumnsAndLinesDoNotCount() throws Exception {
        Reading reading = Reading.ofText("email,name,,\nann@example.org,Ann,,\n,,,\n\nbob@example.org,Bob,,,,\n , ,\n");

        assertThat(reading.outcomes()).containsExactly(Outcome.READY, Outcome.READY);
    }

    @Test
    void aSingleColumnIsEnough() throws Exception {
        assertThat(Reading.ofText("ann@example.org\nbob@example.org\n").tally().ready())
                .isEqualTo(2);
        assertThat(Reading.ofText("Members\nann@example.org\nbob@example.org")
                        .tally()
                        .rows())
                .isEqualTo(2);
        assertThat(Reading.ofText("ann@example.org").tally().ready()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ann@example.org, bob@example.org, cy@example.org",
                "ann@example.org; bob@example.org; cy@example.org;",
                "Ann Lee <ann@example.org>; Bob <bob@example.org>; Cy <cy@example.org>",
                "\"Lee, Ann\" <ann@example.org>, Bob <bob@example.org>, cy@example.org",
                "ann@example.org;bob@example.org\ncy@example.org"
            })
    void aListCopiedFromAMailProgramIsOneRowAnAddress(String text) throws Exception {
        Reading reading = Reading.ofText(text);

        assertThat(reading.emails()).containsExactly("ann@example.org", "bob@example.org", "cy@example.org");
        assertThat(reading.tally().ready()).isEqualTo(3);
    }

    @Test
    void spacesMayStandAroundQuotes() throws Exception {
        Reading reading = Reading.ofText("email, name\nann@example.org, \"Lee, Ann\"\nbob@example.org, Bob\n");

        assertThat(reading.names()).containsExactly("Lee, Ann", "Bob");
    }

    @Test
    void quotesWithinWordsAreText() throws Exception {
        Reading reading = Reading.ofText(
                "email,name\nann@example.org,Ann \"Bo\" Lee\nbob@example.org,\"Bob\" Ray\ncy@example.org,\"C \"\"Y\"\"\"\n");

        assertThat(reading.names().getFirst()).isEqualTo("Ann \"Bo\" Lee");
        assertThat(reading.names().getLast()).isEqualTo("C \"Y\"");
        assertThat(reading.tally().ready()).isEqualTo(3);
    }

    @Test
    void textCopiedFromASpreadsheetIsReadByTabs() throws Exception {
        Reading reading =
                Reading.ofText("Nachname\tVorname\tE-Mail\tRolle\nLee\tAnn\tann@example.org\tAdministratorin\n"
                        + "Ray\tBob\tbob@example.org\tMitglied\n");

        assertThat(reading.names()).containsExactly("Ann Lee", "Bob Ray");
        assertThat(reading.rows().stream().map(CheckedRow::role)).containsExactly(Role.ADMIN, Role.MEMBER);
    }

    @ParameterizedTest
    @CsvSource({
        "E-Mail-Adresse, Rolle, Mitglied, Administrator",
        "Adresse e-mail, Rôle, membre, administratrice",
        "Correo electrónico, Rol, Miembro, Administrador",
        "Indirizzo e-mail, Ruolo, membro, amministratore",
        "Endereço de e-mail, Função, Membro, Administrador",
        "E-mailadres, Rol, lid, beheerder",
        "E-postadress, Roll, medlem, administratör",
        "Adres e-mail, Rola, członek, administrator",
        "Электронная почта, Роль, участник, администратор",
        "メールアドレス, 役割, メンバー, 管理者",
        "电子邮件地址, 角色, 成员, 管理员",
        "이메일 주소, 역할, 구성원, 관리자"
    })
    void headingsAndRolesAreReadInManyLanguages(String email, String role, String member, String admin)
            throws Exception {
        Reading reading = Reading.ofText("%s;%s\nann@example.org;%s\nbob@example.org;%s\ncy@example.org;Zzz\n"
                .formatted(email, role, member, admin));

        assertThat(reading.rows().stream().map(CheckedRow::role)).containsExactly(Role.MEMBER, Role.ADMIN, null);
        assertThat(reading.row(2).reason()).isEqualTo(Reason.of(Code.UNKNOWN_ROLE, "Zzz"));
    }

    @Test
    void rolesWithoutAHeadingAreFoundByTheirWords() throws Exception {
        Reading bare = Reading.ofText(
                "Ada One,ada1@guests.example,Admin\nAda Two,ada2@guests.example,Admin\nAda Six,ada6@guests.example,Admin\n");
        Reading untitled = Reading.ofText("Name,E-mail,\nAda One,ada1@guests.example,admin\n"
                + "Ada Two,ada2@guests.example,\nAda Six,ada6@guests.example,Mitglied\n");

        assertThat(bare.guess().settings().columns().role()).isEqualTo(2);
        assertThat(bare.rows()).extracting(CheckedRow::role).containsOnly(Role.ADMIN);
        assertThat(bare.names()).containsExactly("Ada One", "Ada Two", "Ada Six");
        assertThat(untitled.rows()).extracting(CheckedRow::role).containsExactly(Role.ADMIN, Role.MEMBER, Role.MEMBER);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ada1@guests.example,Admin\nada2@guests.example,\n",
                "ada1@guests.example,Admin\nada2@guests.example,Sales\nada6@guests.example,Admin\n",
                "email,department\nada1@guests.example,Admin\nada2@guests.example,Admin\n",
                "email,Access\nada1@guests.example,Admin\nada2@guests.example,Admin\n",
                "email,Erstellt von\nada1@guests.example,Admin\nada2@guests.example,Admin\n"
            })
    void nobodyBecomesAnAdminByAWordOfAnotherKind(String text) throws Exception {
        Reading reading = Reading.ofText(text);

        assertThat(reading.guess().settings().columns().role()).isEqualTo(Columns.NONE);
        assertThat(reading.rows()).extracting(CheckedRow::role).containsOnly(Role.MEMBER);
    }

    @Test
    void aHeadingThatSaysRoleIsBelievedBeforeTheWordsOfOtherColumns() throws Exception {
        Reading reading = Reading.ofText("email,Access,Role\nada1@guests.example,Admin,Member\n"
                + "ada2@guests.example,Admin,Member\nada6@guests.example,Admin,\n");

        assertThat(reading.rows()).extracting(CheckedRow::role).containsOnly(Role.MEMBER);
    }

    @Test
    void otherAddressesAreNotTheAddress() throws Exception {
        Reading reading =
                Reading.ofText("Recovery Email,Manager Email,Work Email,Name\nx@home.example,boss@example.org,"
                        + "ann@example.org,Ann\n,boss@example.org,bob@example.org,Bob\n");

        assertThat(reading.emails()).containsExactly("ann@example.org", "bob@example.org");
    }

    @Test
    void aHeadingThatLiesIsNotBelieved() throws Exception {
        Reading reading = Reading.ofText("Email,Contact\nyes,ann@example.org\nno,bob@example.org\n");

        assertThat(reading.emails()).containsExactly("ann@example.org", "bob@example.org");
    }

    @Test
    void columnsCanBeChanged() throws Exception {
        try (PeopleFile file =
                PeopleFile.ofText("Email,Private,First,Nick\nann@example.org,a@home.example,Ann,Annie\n")) {
            Guess guess = file.guess();
            Columns columns = guess.settings().columns().withEmail(1).withName(List.of(3, 2));
            Guess changed = new Guess(guess.settings().withColumns(columns), false, guess.columns(), List.of());
            Reading reading = Reading.of(file, changed, Policy.of(Role.OWNER), Lookup.NOBODY);
            assertThat(reading.row(0).row().person()).isEqualTo(new Person("a@home.example", "Annie Ann", "", ""));
        }
    }

    @Test
    void theHeaderRowCanBeChanged() throws Exception {
        try (PeopleFile file = PeopleFile.ofText("email,name\nann@example.org,Ann\nbob@example.org,Bob\n")) {
            Guess none = file.guess(Choice.NOTHING.withHeaderRow(Columns.NONE));
            Guess later = file.guess(Choice.NOTHING.withHeaderRow(1));
            assertThat(file.read(none.settings(), row -> {})).isEqualTo(3);
            assertThat(file.read(later.settings(), row -> {})).isEqualTo(1);
        }
    }

    @Test
    void aColumnOfStatesSwitchesPeopleOff() throws Exception {
        Reading reading = Reading.ofText(
                "email,active,bot\nann@example.org,yes,no\nbob@example.org,no,no\n" + "cy@example.org,TRUE,true\n");

        assertThat(reading.rows().stream().map(row -> row.reason().code()))
                .containsExactly(Code.READY, Code.SKIPPED_SUSPENDED, Code.SKIPPED_BOT);
    }

    @Test
    void aLonelyOtherAddressIsBetterThanNone() throws Exception {
        assertThat(Reading.ofText("Name,Email (personal)\nAnn,ann@home.example\nBob,\n")
                        .emails())
                .containsExactly("ann@home.example", "");
    }

    @Test
    void aNameIsOneLine() throws Exception {
        assertThat(Reading.ofText("email,name\nann@example.org,\"Ann \r\n Lee\"\n")
                        .names())
                .containsExactly("Ann Lee");
    }

    @Test
    void exportsOfContactsAreRead() throws Exception {
        Reading google = Reading.ofText("First Name,Last Name,E-mail 1 - Label,E-mail 1 - Value,E-mail 2 - Value\n"
                + "Ann,Lee,Work,ann@example.org,\nBob,Ray,Home,bob@example.org,b@home.example\n");
        Reading outlook = Reading.ofText("First Name,Last Name,E-mail Address,E-mail Type,E-mail Display Name\n"
                + "Ann,Lee,ann@example.org,SMTP,Ann Lee (ann@example.org)\n");

        assertThat(google.emails()).containsExactly("ann@example.org", "bob@example.org");
        assertThat(google.names()).containsExactly("Ann Lee", "Bob Ray");
        assertThat(outlook.emails()).containsExactly("ann@example.org");
    }

    @Test
    void rolesOfATranslatedExportAreNotTrustedEither() throws Exception {
        Reading reading =
                Reading.ofText("E-Mail;Vorname;Nachname;Rolle;Benutzertyp\nann@example.org;Ann;Lee;Admin;Basic\n");

        assertThat(reading.guess().settings().exporter()).isEqualTo(Exporter.ZOOM);
        assertThat(reading.row(0).role()).isEqualTo(Role.MEMBER);
    }

    @Test
    void readingCanBeStopped() throws Exception {
        try (PeopleFile file = PeopleFile.ofText("email\nann@example.org\nbob@example.org\ncy@example.org\n")) {
            Settings settings = file.guess().settings();
            List<Row> read = new ArrayList<>();
            assertThatThrownBy(() -> file.read(settings, row -> {
                        read.add(row);
                        Thread.currentThread().interrupt();
                    }))
                    .isInstanceOfSatisfying(UnreadableFileException.class, e -> assertThat(e.kind())
                            .isEqualTo(UnreadableFileException.Kind.STOPPED));
            assertThat(Thread.interrupted()).isTrue();
            assertThat(read).hasSize(1);
        }
    }
}
