package steward.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.logging.Handler;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import steward.api.Json;
import steward.app.i18n.Formats;
import steward.app.i18n.Messages;
import steward.app.settings.PolicyFile;
import tools.jackson.databind.JsonNode;

/** The command line on a fresh data folder: the demo of this computer, as its Owner. One folder for all, in order. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class InviteDemoTest {
    private static final List<String> FIGURES = List.of(
            "rows",
            "ready",
            "alreadyMember",
            "alreadyInvited",
            "repeated",
            "skipped",
            "attention",
            "notAllowed",
            "sent",
            "nothingToDo",
            "refused",
            "waiting",
            "error");

    @TempDir
    static Path folder;

    private static final Properties PROPERTIES =
            (Properties) System.getProperties().clone();
    private static final Handler[] HANDLERS = Logger.getLogger("").getHandlers();
    private static final Formats FORMATS = Formats.current();

    private record Answer(int exitCode, JsonNode line) {
        long number(String figure) {
            return line.get(figure).asLong();
        }
    }

    @BeforeAll
    @AfterAll
    static void asItWas() {
        System.setProperties((Properties) PROPERTIES.clone());
        Formats.use(FORMATS);
        Logger root = Logger.getLogger("");
        for (Handler each : root.getHandlers()) {
            root.removeHandler(each);
            if (!Arrays.asList(HANDLERS).contains(each)) {
                each.close();
            }
        }
        Arrays.stream(HANDLERS).forEach(root::addHandler);
    }

    @Test
    @Order(1)
    void giveTheSamplesTheNumbersExpectedOfThem() throws IOException {
        List<String> expected = Files.readAllLines(sample("expected.tsv"));
        for (String line : expected.subList(1, expected.size())) {
            String[] cells = line.split("\t");
            Answer answer = run("invite", sample(cells[0]).toString(), "--org", "acme", "--dry-run", "--json");
            assertThat(answer.number("ready")).as(cells[0]).isEqualTo(Long.parseLong(cells[1]));
            long person = answer.number("attention") + answer.number("notAllowed");
            assertThat(answer.exitCode()).as(cells[0]).isEqualTo(person > 0 ? 2 : 0);
            assertThat(answer.line().get("error").isNull()).isTrue();
        }
        assertThat(expected).hasSizeGreaterThan(6);
    }

    @Test
    @Order(2)
    void sendOnceAndGoOnFromTheReport() throws IOException {
        Path report = folder.resolve("report.csv");
        String file = sample("mistakes.csv").toString();
        String ages = String.valueOf(Long.MAX_VALUE);
        String out = report.toString();
        Answer sent =
                run("invite", file, "--org", "acme", "--send", "--wait", "--timeout", ages, "--report", out, "--json");
        assertThat(sent.exitCode()).isEqualTo(2);
        assertThat(sent.number("sent")).isEqualTo(94);
        assertThat(sent.number("attention")).isEqualTo(6);
        try (Stream<Path> mails = Files.list(folder.resolve("data/demo/mail"))) {
            assertThat(mails.filter(each -> each.toString().endsWith(".eml"))).hasSize(94);
        }
        Answer again = run("invite", file, "--org", "acme", "--send", "--json");
        assertThat(again.number("ready")).isZero();
        assertThat(again.number("alreadyInvited")).isEqualTo(94);
        Answer rest = run("--json", "invite", report.toString(), "--org", "acme", "--dry-run");
        assertThat(rest.exitCode()).isEqualTo(64);
        rest = run("invite", report.toString(), "--org", "acme", "--dry-run", "--json");
        assertThat(rest.number("skipped")).isEqualTo(96);
        assertThat(rest.number("attention")).isEqualTo(6);
        byte[] before = Files.readAllBytes(report);
        Answer refused = run("invite", file, "--org", "acme", "--report", report.toString(), "--json");
        assertThat(refused.exitCode()).isEqualTo(64);
        assertThat(report).hasBinaryContent(before);
    }

    @Test
    @Order(3)
    void actAsWhomTheyAreTold() throws IOException {
        String file = sample("plain.csv").toString();
        Answer nobody = run("invite", file, "--org", "acme", "--account", "nobody@acme.example", "--json");
        assertThat(nobody.exitCode()).isEqualTo(4);
        assertThat(nobody.line().get("error").asString()).contains("nobody@acme.example");
        assertThat(run("invite", file, "--org", "no-such", "--json").exitCode()).isEqualTo(64);
        // others of the demo, though only its Owner was there before
        String admin = "Jonas.Weber@weber-consulting.example";
        Answer asAdmin = run("invite", file, "--org", "acme", "--account", admin, "--dry-run", "--json");
        assertThat(asAdmin.number("notAllowed")).isEqualTo(3);
        assertThat(asAdmin.number("ready")).isEqualTo(57);
        String member = "thandiwe.nkosi@acme.example";
        Answer asMember = run("invite", file, "--org", "acme", "--account", member, "--send", "--json");
        assertThat(asMember.exitCode()).isEqualTo(2);
        assertThat(asMember.number("notAllowed")).isEqualTo(60);
        List<String> words = new ArrayList<>();
        run(words, "invite", file, "--org", "acme", "--account", member, "--dry-run");
        assertThat(words).contains("Row 2: user1.00001@example.org: Only the Owner and Admins invite people");
    }

    @Test
    @Order(4)
    void sayWhatIsWrongOnEveryWayOut() throws IOException {
        Path empty = Files.createFile(folder.resolve("empty.csv"));
        Map<List<String>, Integer> asked = Map.of(
                List.of("invite", "--json"), 64,
                List.of("invite", "a.csv", "--json"), 64,
                List.of("invite", "a.csv", "--org", "acme", "--wait", "--json"), 64,
                List.of("invite", "a.csv", "--org", "acme", "--send", "--timeout", "9", "--json"), 64,
                List.of("invite", "a.csv", "--org", "acme", "--nonsense", "--json"), 64,
                List.of("invite", "a.csv", "--org", "acme", "--server", "nonsense", "--json"), 64,
                List.of("invite", "a.csv", "--org", "acme", "--server", "ftp://x.example", "--json"), 64,
                List.of("invite", folder.resolve("none.csv").toString(), "--org", "acme", "--json"), 3,
                List.of("invite", folder.toString(), "--org", "acme", "--json"), 3,
                List.of("invite", empty.toString(), "--org", "acme", "--json"), 3);
        asked.forEach((words, exitCode) -> {
            Answer answer = run(words.toArray(String[]::new));
            assertThat(answer.exitCode()).as(words.toString()).isEqualTo(exitCode);
            assertThat(answer.line().get("error").asString())
                    .as(words.toString())
                    .isNotBlank();
            assertThat(answer.number("rows")).isZero();
        });
    }

    @Test
    @Order(5)
    void sayWhereTheirDataCannotBe() throws IOException {
        Path file = Files.createFile(folder.resolve("file"));
        String people = sample("plain.csv").toString();
        Answer answer = run(
                "invite",
                people,
                "--org",
                "acme",
                "--json",
                "--data",
                file.resolve("data").toString());
        assertThat(answer.exitCode()).isEqualTo(1);
        assertThat(answer.line().get("error").asString()).contains("data folder");
    }

    @Test
    @Order(5)
    void sayThatTheProgramIsAtFaultWhereItIs() throws IOException {
        String people = sample("plain.csv").toString();
        List<String> lines = new ArrayList<>();
        // no policy file at all, not even the name of one: what can only be a fault of the program
        assertThat(under(null, lines, "invite", people, "--org", "acme", "--json"))
                .isEqualTo(1);
        assertThat(lines).singleElement().satisfies(line -> assertThat(
                        Json.mapper().readTree(line).get("error").asString())
                .isEqualTo(Messages.text("cli.fault.text")));
        // a file where the demo keeps its data
        Path broken = Files.createDirectories(folder.resolve("broken"));
        Files.writeString(broken.resolve("demo"), "no folder");
        Answer answer = run("invite", people, "--org", "acme", "--json", "--data", broken.toString());
        assertThat(answer.exitCode()).isEqualTo(1);
        assertThat(answer.line().get("error").asString()).isEqualTo(Messages.text("signin.demo.unusable"));
        Path accounts = folder.resolve("data/demo/accounts.json");
        byte[] before = Files.readAllBytes(accounts);
        Files.writeString(accounts, "half {");
        Answer damaged = run("invite", people, "--org", "acme", "--json");
        Files.write(accounts, before);
        assertThat(damaged.exitCode()).isEqualTo(1);
        assertThat(damaged.line().get("error").asString()).isEqualTo(Messages.text("signin.demo.damaged"));
    }

    @Test
    @Order(6)
    void tellPeopleInWords() throws IOException {
        String owner = "asa.lindqvist@acme.example";
        List<String> said = output("invite", sample("plain.csv").toString(), "--org", "acme", "--account", owner);
        assertThat(said).contains("60 rows", "  60 ready").anySatisfy(line -> assertThat(line)
                .contains("plain.csv", "Acme", "@"));
        List<String> mistakes = new ArrayList<>();
        assertThat(run(mistakes, "invite", sample("mistakes.csv").toString(), "--org", "acme", "--dry-run"))
                .isEqualTo(2);
        assertThat(mistakes).contains("  6 need a person", "Row 8: No e-mail address");
    }

    private static Path sample(String name) throws IOException {
        Path copy = folder.resolve(name);
        if (!Files.exists(copy)) {
            try (InputStream in = InviteDemoTest.class.getResourceAsStream("/steward/people/data/" + name)) {
                Files.copy(in, copy);
            }
        }
        return copy;
    }

    /** Checks what holds of every answer. */
    private static Answer run(String... words) {
        List<String> lines = new ArrayList<>();
        int exitCode = run(lines, words);
        assertThat(lines).hasSize(1);
        JsonNode line = Json.mapper().readTree(lines.getFirst());
        assertThat(line.propertyNames()).containsExactlyElementsOf(FIGURES);
        var answer = new Answer(exitCode, line);
        long outcomes = FIGURES.subList(1, 8).stream().mapToLong(answer::number).sum();
        assertThat(outcomes).isEqualTo(answer.number("rows"));
        long after = FIGURES.subList(8, 12).stream().mapToLong(answer::number).sum();
        assertThat(after).isIn(0L, answer.number("ready"));
        return answer;
    }

    private static List<String> output(String... words) {
        List<String> lines = new ArrayList<>();
        assertThat(run(lines, words)).isZero();
        return lines;
    }

    private static int run(List<String> lines, String... words) {
        return under(new PolicyFile(folder.resolve("policy.json")), lines, words);
    }

    private static int under(PolicyFile policy, List<String> lines, String... words) {
        PrintStream before = System.out;
        PrintStream beside = System.err;
        var bytes = new ByteArrayOutputStream();
        System.setOut(new PrintStream(bytes, true, StandardCharsets.UTF_8));
        System.setErr(new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8));
        try {
            List<String> all = new ArrayList<>(List.of(words));
            if (!all.contains("--data")) {
                all.addAll(List.of("--data", folder.resolve("data").toString()));
            }
            return Main.run(policy, all.toArray(String[]::new));
        } finally {
            System.setOut(before);
            System.setErr(beside);
            lines.addAll(bytes.toString(StandardCharsets.UTF_8).lines().toList());
        }
    }
}
