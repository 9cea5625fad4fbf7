package steward.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import steward.api.EmailAddress.Fault;

class EmailAddressTest {
    @ParameterizedTest
    @CsvSource({
        "ada@example.com, ada@example.com",
        "'  ada@example.com\t', ada@example.com",
        "Ada.LOVELACE@Example.COM, ada.lovelace@example.com",
        "ada+news@example.com, ada+news@example.com",
        "o'hara@example.ie, o'hara@example.ie",
        "ada@bücher.example, ada@xn--bcher-kva.example",
        "ada@BÜCHER.example, ada@xn--bcher-kva.example",
        "josé@example.com, josé@example.com",
        "张伟@例子.中国, 张伟@xn--fsqu00a.xn--fiqs8s",
    })
    void comparesByItsNormalForm(String typed, String normal) {
        assertThat(EmailAddress.parse(typed).normal()).isEqualTo(normal);
    }

    @Test
    void isOneAddressHoweverItsAccentsAreWritten() {
        EmailAddress composed = EmailAddress.parse("jos\u00e9@example.com");
        EmailAddress decomposed = EmailAddress.parse("jose\u0301@example.com");
        assertThat(decomposed.normal()).isEqualTo(composed.normal());
        assertThat(decomposed.text()).isEqualTo("jose\u0301@example.com");
    }

    @ParameterizedTest
    @CsvSource({
        "'', EMPTY",
        "'   ', EMPTY",
        "ada, NO_AT",
        "ada.example.com, NO_AT",
        "ada@@example.com, SEVERAL_AT",
        "ada@b@example.com, SEVERAL_AT",
        "@example.com, BAD_LOCAL",
        ".ada@example.com, BAD_LOCAL",
        "ada.@example.com, BAD_LOCAL",
        "ada..b@example.com, BAD_LOCAL",
        "ada b@example.com, BAD_LOCAL",
        "'a,b@example.com', BAD_LOCAL",
        "<ada@example.com, BAD_LOCAL",
        "ada\u202e@example.com, BAD_LOCAL",
        "ada@, BAD_DOMAIN",
        "ada@localhost, BAD_DOMAIN",
        "ada@example.c, BAD_DOMAIN",
        "ada@-example.com, BAD_DOMAIN",
        "ada@example..com, BAD_DOMAIN",
        "ada@exa_mple.com, BAD_DOMAIN",
        "ada@[127.0.0.1], BAD_DOMAIN",
    })
    void saysWhatIsWrong(String typed, Fault fault) {
        assertThatThrownBy(() -> EmailAddress.parse(typed))
                .isInstanceOfSatisfying(EmailAddress.MalformedException.class, e -> assertThat(e.fault())
                        .isEqualTo(fault));
    }

    @Test
    void hasALengthItCannotExceed() {
        assertThat(EmailAddress.parse("a".repeat(64) + "@example.com").text()).hasSize(76);
        assertThatThrownBy(() -> EmailAddress.parse("a".repeat(65) + "@example.com"))
                .hasMessage("TOO_LONG");
        String domain = ("d".repeat(60) + ".").repeat(4) + "com";
        assertThatThrownBy(() -> EmailAddress.parse("ada.lovelace@" + domain)).hasMessage("TOO_LONG");
        assertThatThrownBy(() -> EmailAddress.parse(null)).hasMessage("EMPTY");
    }
}
