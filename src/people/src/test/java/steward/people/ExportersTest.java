package steward.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import steward.api.Role;
import steward.people.Reason.Code;

/** A small export or template of each system: who is ready, who is not and why, and what everyone is called. */
class ExportersTest {
    @TempDir
    Path folder;

    static Stream<Arguments> exports() {
        return Stream.of(
                Arguments.of(
                        "google-template.csv",
                        Exporter.GOOGLE,
                        "renee.costa@example.org Renée Costa READY; omar.farouk@example.org Omar Farouk SKIPPED_SUSPENDED"),
                Arguments.of(
                        "entra-create.csv",
                        Exporter.ENTRA_CREATE,
                        "chris@contoso.com Chris Green SKIPPED_EXAMPLE; asa.lindqvist@example.org Åsa Lindqvist READY; "
                                + "kwame.mensah@example.org Kwame Mensah SKIPPED_SUSPENDED"),
                Arguments.of(
                        "entra-users.csv",
                        Exporter.ENTRA_USERS,
                        "guest@elsewhere.example Guest One READY; mei.silva@example.org Mei Silva READY; "
                                + "ivan.nair@example.org Ivan Nair SKIPPED_SUSPENDED"),
                Arguments.of(
                        "microsoft365-export.csv",
                        Exporter.MICROSOFT_365,
                        "grace.haddad@example.org Grace Haddad READY; peter.nowak@example.org Peter Nowak "
                                + "SKIPPED_SUSPENDED; ines.sato@example.org Ines Sato SKIPPED_SUSPENDED"),
                Arguments.of(
                        "microsoft365-template.csv",
                        Exporter.MICROSOFT_365,
                        "chris@contoso.com Chris Green SKIPPED_EXAMPLE; ana.silva@example.org Ana Silva READY"),
                Arguments.of(
                        "okta-people.csv",
                        Exporter.OKTA,
                        "chloe@example.org Chloë Nair READY; dmitri@example.org Dmitri Volkov SKIPPED_SUSPENDED; "
                                + "haruto@example.org Haruto Sato SKIPPED_SUSPENDED; marta@example.org Marta Novák READY"),
                Arguments.of(
                        "zoom-users.csv",
                        Exporter.ZOOM,
                        "nina@example.org Nina Berg READY; otto@example.org Otto Weiß READY; "
                                + "paul@example.org Paul Xu SKIPPED_SUSPENDED"),
                Arguments.of(
                        "webex-users.csv",
                        Exporter.WEBEX,
                        "lena@example.org Lena Ortiz READY; karl@example.org Karl Ek SKIPPED_SUSPENDED; "
                                + "juno@example.org Juno Park READY"),
                Arguments.of(
                        "slack-members.csv",
                        Exporter.SLACK,
                        "sofia@example.org Sofia Lindgren READY; tomasz@example.org Tomasz Nowak READY; "
                                + "deploybot@example.org Deploy Bot SKIPPED_BOT; "
                                + "vera@example.org Вера Петрова SKIPPED_SUSPENDED; lan@example.org Nguyễn Thị Lan READY"),
                Arguments.of(
                        "atlassian-users.csv",
                        Exporter.ATLASSIAN,
                        "b.adeyemi@example.org Babajide Adeyemi READY; b.adeyemi@example.org Babajide Adeyemi SAME_AS_ROW; "
                                + "B.Adeyemi@example.org Babajide Adeyemi SAME_AS_ROW; mei.lin@example.org 林 美 READY; "
                                + "i.silva@example.org Isabel Silva SKIPPED_SUSPENDED; mei.lin@example.org 林 美 SAME_AS_ROW"));
    }

    @ParameterizedTest
    @MethodSource("exports")
    void everyRowOfAnExportHasTheOutcomeItShould(String file, Exporter exporter, String rows) throws Exception {
        Reading reading = Reading.of(Reading.resource(folder, "exports/" + file));

        assertThat(reading.guess().settings().exporter()).isEqualTo(exporter);
        assertThat(described(reading)).isEqualTo(rows);
    }

    @ParameterizedTest
    @MethodSource("exports")
    void nobodyIsMoreThanAMember(String file, Exporter exporter, String rows) throws Exception {
        Reading reading = Reading.of(Reading.resource(folder, "exports/" + file));

        assertThat(reading.rows().stream().map(CheckedRow::role).filter(Objects::nonNull))
                .isNotEmpty()
                .containsOnly(Role.MEMBER);
    }

    @Test
    void theRolesOfAFileOfOnesOwnAreTrusted() throws Exception {
        Reading reading = Reading.ofText("Email,First Name,Last Name,Role\nnina@example.org,Nina,Berg,Admin\n"
                + "otto@example.org,Otto,Weiß,Superuser\n");

        assertThat(reading.guess().settings().exporter()).isEqualTo(Exporter.NONE);
        assertThat(reading.row(0).role()).isEqualTo(Role.ADMIN);
        assertThat(reading.row(1).reason()).isEqualTo(Reason.of(Code.UNKNOWN_ROLE, "Superuser"));
    }

    @Test
    void aPersonMaySayThatAFileIsNoExport() throws Exception {
        try (PeopleFile file = PeopleFile.open(Reading.resource(folder, "exports/zoom-users.csv"))) {
            Guess guess = file.guess();
            Settings own = guess.settings().withExporter(Exporter.NONE);
            own = own.withColumns(own.columns().withRole(8));
            Guess changed = new Guess(own, guess.byteOrderMark(), guess.columns(), guess.sheets());
            Reading reading = Reading.of(file, changed, Policy.of(Role.OWNER), Lookup.NOBODY);
            assertThat(reading.outcomes()).containsExactly(Outcome.READY, Outcome.ATTENTION, Outcome.SKIPPED);
            assertThat(reading.row(0).role()).isEqualTo(Role.ADMIN);
        }
    }

    @Test
    void passwordsAreInNoGuess() throws Exception {
        for (String file : List.of("google-template.csv", "entra-create.csv")) {
            try (PeopleFile people = PeopleFile.open(Reading.resource(folder, "exports/" + file))) {
                Guess guess = people.guess();
                assertThat(guess.passwordsDropped()).isTrue();
                assertThat(guess.toString()).doesNotContain("hunter2", "correcthorse", "canary", "myPassword");
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Password",
                "Initial PW",
                "Temp-Kennwort",
                "Startpasswort",
                "Mot de passe provisoire",
                "Contraseña temporal",
                "Clave de acceso",
                "Senha inicial",
                "Palavra-passe",
                "Password temporanea",
                "Parola temporanea",
                "Tijdelijk wachtwoord",
                "Hasło startowe",
                "Počáteční heslo",
                "Ideiglenes jelszó",
                "Geçici şifre",
                "Временный пароль",
                "Парола",
                "Лозинка",
                "Lozinka",
                "Geslo",
                "Slaptažodis",
                "Parool",
                "Lykilorð",
                "Kodeord",
                "Väliaikainen salasana",
                "Kata laluan",
                "Mật khẩu",
                "Κωδικός πρόσβασης",
                "Συνθηματικό",
                "初期パスワード",
                "暗証番号",
                "初始密码",
                "登录口令",
                "임시 비밀번호",
                "كلمة المرور",
                "رمز عبور",
                "סיסמה ראשונית",
                "รหัสผ่าน"
            })
    void aPasswordIsDroppedWhateverItIsCalled(String heading) throws Exception {
        try (PeopleFile people = PeopleFile.ofText("E-mail;" + heading + "\nann@example.org;canary-7Q2\n")) {
            Guess guess = people.guess();
            Settings greedy = guess.settings()
                    .withColumns(guess.settings().columns().withName(List.of(1)).withNote(1));
            List<Row> rows = new ArrayList<>();
            people.read(greedy, rows::add);
            assertThat(guess.passwordsDropped()).isTrue();
            assertThat(guess + " " + rows).contains("ann@example.org").doesNotContain("canary");
        }
    }

    @Test
    void aPasswordIsNotReadEvenWhenItsColumnIsChosen() throws Exception {
        try (PeopleFile people = PeopleFile.open(Reading.resource(folder, "exports/google-template.csv"))) {
            Guess guess = people.guess();
            Settings greedy = guess.settings()
                    .withColumns(guess.settings().columns().withName(List.of(3)).withNote(3));
            List<Person> persons = new ArrayList<>();
            people.read(greedy, row -> persons.add(row.person()));
            assertThat(persons.getFirst()).isEqualTo(new Person("renee.costa@example.org", "", "", ""));
        }
    }

    private static String described(Reading reading) {
        return reading.rows().stream()
                .map(row -> row.row().email() + " " + row.row().name() + " "
                        + row.reason().code())
                .collect(Collectors.joining("; "));
    }
}
