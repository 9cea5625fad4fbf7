package steward.app.testing;

import static org.assertj.core.api.Assertions.assertThat;

/** What may stand before a person: whole sentences of a bundle, nothing of the program's inside. */
public final class Words {
    private Words() {}

    public static void assertProper(String words) {
        assertThat(words)
                .isNotBlank()
                .matches("(?s)[\\p{Lu}\\d].*")
                .endsWith(".")
                .doesNotContain("Exception", "java.", "urn:", "null", "steward.", "{", "!", "HTTP", "\n")
                .doesNotMatch("[a-z]+\\.[a-zA-Z.]+");
    }
}
