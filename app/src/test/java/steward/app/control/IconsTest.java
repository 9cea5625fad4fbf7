package steward.app.control;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import steward.app.testing.Stages;

class IconsTest {
    @BeforeAll
    static void start() {
        Stages.start();
    }

    @Test
    void anIconIsInItsFontAndSizeBeforeAnyStyleApplies() {
        FontIcon icon = Stages.fx(() -> Icons.small(Feather.STAR));
        assertThat(icon.getScene()).isNull();
        assertThat(icon.getFont().getFamily()).isEqualTo("FeatherIcons");
        assertThat(icon.getFont().getSize()).isEqualTo(14);
        assertThat(icon.getIconSize()).isEqualTo(14);
    }
}
