package steward.app.i18n;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class FoldedTest {
    @Test
    void ignores_case_and_accents_and_says_where() {
        assertThat(found("Hôtels de la Normandie", "hotels NORM")).containsExactly("Hôtels", "Norm");
        assertThat(found("Łukasz Wiśniewski", "lukasz sniew")).containsExactly("Łukasz", "śniew");
        assertThat(found("Jørn Sendstad", "jorn")).containsExactly("Jørn");
        assertThat(found("Straße", "strasse")).containsExactly("Straße");
        assertThat(found("Норд-Запад", "запад")).containsExactly("Запад");
        assertThat(found("e\u0301cole", "eco")).containsExactly("e\u0301co");
    }

    @Test
    void knows_where_words_begin() {
        assertThat(Folded.of("Menorca Charter").hasWordStarting("nor")).isFalse();
        assertThat(Folded.of("Menorca Charter").hasWordStarting("cha")).isTrue();
        assertThat(Folded.of("Nordlys").hasWordStarting("nor")).isTrue();
    }

    @Test
    void finds_nothing_in_nothing() {
        assertThat(Folded.words("   ")).isEmpty();
        assertThat(Folded.of("").spans(List.of("a"))).isEmpty();
    }

    @Test
    void every_word_must_be_found_and_no_words_are_found_everywhere() {
        Folded text = Folded.of("Đorđe Østergård, Νίκος, 陽斗");
        assertThat(text.containsAll(Folded.words("dorde OSTERGARD νικοσ 陽斗"))).isTrue();
        assertThat(text.containsAll(Folded.words("dorde peter"))).isFalse();
        assertThat(text.containsAll(Folded.words(" "))).isTrue();
    }

    private static List<String> found(String text, String typed) {
        List<String> words = Folded.words(typed);
        Folded folded = Folded.of(text);
        assertThat(words).allMatch(folded::contains);
        return folded.spans(words).stream()
                .map(span -> text.substring(span.from(), span.to()))
                .toList();
    }
}
