package steward.app.i18n;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Bidi;
import org.junit.jupiter.api.Test;

class MessagesTest {
    @Test
    void aNameWrittenFromRightToLeftDoesNotTurnTheSentence() {
        String sentence = Messages.text("meetings.end.sentence", "خديجة بركات", "Senate room", "6:33", 5);
        var lines = new Bidi(sentence, Bidi.DIRECTION_DEFAULT_LEFT_TO_RIGHT);
        assertThat(lines.baseIsLeftToRight()).isTrue();
        assertThat(lines.getLevelAt(sentence.length() - 1)).as("the period").isZero();
        assertThat(lines.getLevelAt(sentence.indexOf('ج'))).isOdd();
    }

    @Test
    void otherNamesStayAsTheyAre() {
        assertThat(Messages.text("i18n.age.text", "Åsa 高橋")).isEqualTo("Åsa 高橋 ago");
    }
}
