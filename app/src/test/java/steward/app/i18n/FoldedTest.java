package steward.app.i18n;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class FoldedTest {

    @Test
    void caseAndAccentsDoNotMatterAndEveryWordMustBeFound() {
        Folded text = Folded.of("Đorđe Łukasz Østergård, Straße 9");
        assertThat(text.containsAll(Folded.words("  dorde OSTERGARD "))).isTrue();
        assertThat(text.containsAll(Folded.words("strasse lukasz"))).isTrue();
        assertThat(text.containsAll(Folded.words("dorde peter"))).isFalse();
        assertThat(text.containsAll(Folded.words(" "))).as("nothing typed").isTrue();
    }

    @Test
    void aHitIsASpanOfTheTextItself() {
        Folded text = Folded.of("Straße Åsa");
        assertThat(text.spans(List.of("asa"))).containsExactly(new Folded.Span(7, 10));
        assertThat(text.spans(List.of("strasse"))).containsExactly(new Folded.Span(0, 6));
    }

    @Test
    void otherScriptsStayAsTheyAre() {
        assertThat(Folded.of("佐藤 陽斗").containsAll(Folded.words("陽斗"))).isTrue();
        assertThat(Folded.of("Νίκος").containsAll(Folded.words("νικοσ"))).isTrue();
    }
}
