package steward.server.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class EmlTest {
    private static final Pattern WORD = Pattern.compile("=\\?utf-8\\?B\\?([A-Za-z0-9+/=]*)\\?=");
    private static final List<String> PIECES = List.of(
            "a",
            " ",
            "\r\n",
            "\n",
            "\r",
            "\nBcc: eve@example.org",
            "ü",
            "陽斗",
            "😀",
            "=",
            "=?utf-8?B?YQ==?=",
            ".",
            "From me",
            "\u0000",
            "\u2028",
            "\t",
            "lengthy ",
            "From ");

    @Test
    void isAMailAsTheStandardWantsIt() {
        assertThat(text(mail(
                        "ann@example.org", "Olivia invites you to Acme", "Hello,\n\n.\nüber 1 = 1\nFrom Olivia\n")))
                .isEqualTo(String.join(
                        "\r\n",
                        "Date: Sun, 1 Mar 2026 09:00:00 +0000",
                        "From: Steward <invitations@steward.invalid>",
                        "To: <ann@example.org>",
                        "Subject: Olivia invites you to Acme",
                        "Message-ID: <x.1@y.steward.invalid>",
                        "Auto-Submitted: auto-generated",
                        "MIME-Version: 1.0",
                        "Content-Type: text/plain; charset=utf-8",
                        "Content-Transfer-Encoding: quoted-printable",
                        "",
                        "Hello,",
                        "",
                        "=2E",
                        "=C3=BCber 1 =3D 1",
                        "From=20Olivia",
                        ""));
    }

    @Test
    void aSubjectInAnyScriptIsEncodedInWordsOfWholeLetters() {
        String subject =
                "Ольга Иванова приглашает Вас: 陽斗 😀 Großräschen, sehr lang, damit es mehr als eine Zeile wird";
        List<String> headers = headers(text(mail("ann@example.org", subject, "")));

        assertThat(value(headers, "Subject")).isEqualTo(subject);
    }

    /** Whatever somebody calls an organization or themselves: no line too many, none too long, nothing lost. */
    @Test
    void nothingBreaksOutOfItsHeader() {
        for (int seed = 0; seed < 2_000; seed++) {
            Random random = new Random(seed);
            String subject = pieces(random);
            String body = pieces(random);
            String eml = text(mail("ann@example.org" + pieces(random).replaceAll("[^\\r\\n ]", ""), subject, body));
            List<String> headers = headers(eml);

            assertThat(headers).as("seed %d", seed).hasSize(9);
            assertThat(eml.replace("\r\n", "")).as("seed %d", seed).doesNotContain("\r", "\n", "\0");
            assertThat(eml.lines().filter(line -> line.length() > 76))
                    .as("seed %d", seed)
                    .isEmpty();
            assertThat(value(headers, "Subject"))
                    .as("seed %d", seed)
                    .isEqualTo(subject.replaceAll("\\p{Cntrl}+", " ").strip());
            assertThat(body(eml))
                    .as("seed %d", seed)
                    .isEqualTo(body.replaceAll("\\r\\n|\\r", "\n").replaceAll("\\n+\\z", ""));
        }
    }

    private static String pieces(Random random) {
        StringBuilder text = new StringBuilder();
        int count = random.nextInt(40);
        for (int i = 0; i < count; i++) text.append(PIECES.get(random.nextInt(PIECES.size())));
        return text.toString();
    }

    private static Mail mail(String recipient, String subject, String body) {
        Instant at = Instant.parse("2026-03-01T09:00:00Z");
        return new Mail(new UUID(0, 1), new UUID(0, 2), "x.1@y.steward.invalid", recipient, subject, body, at);
    }

    private static String text(Mail mail) {
        return new String(Eml.of(mail), StandardCharsets.UTF_8);
    }

    private static List<String> headers(String eml) {
        List<String> headers = new ArrayList<>();
        for (String line : eml.substring(0, eml.indexOf("\r\n\r\n")).split("\r\n")) {
            if (line.startsWith(" ")) headers.add(headers.removeLast() + line);
            else headers.add(line);
        }
        return headers;
    }

    private static String value(List<String> headers, String name) {
        String header = headers.stream()
                .filter(each -> each.startsWith(name + ":"))
                .findFirst()
                .orElseThrow();
        String value = header.substring(name.length() + 1).strip().replaceAll("\\?= =\\?", "?==?");
        return WORD.matcher(value)
                .replaceAll(word -> Matcher.quoteReplacement(
                        new String(Base64.getDecoder().decode(word.group(1)), StandardCharsets.UTF_8)));
    }

    private static String body(String eml) {
        String quoted = eml.substring(eml.indexOf("\r\n\r\n") + 4).replace("=\r\n", "");
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (int i = 0; i < quoted.length(); i++) {
            if (quoted.charAt(i) == '=') {
                bytes.write(Integer.parseInt(quoted, i + 1, i + 3, 16));
                i += 2;
            } else {
                bytes.write(quoted.charAt(i));
            }
        }
        return bytes.toString(StandardCharsets.UTF_8).replace("\r\n", "\n").replaceAll("\\n+\\z", "");
    }
}
