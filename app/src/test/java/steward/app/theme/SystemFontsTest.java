package steward.app.theme;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.javafx.font.FontConfigManager;
import com.sun.javafx.font.FontConfigManager.FcCompFont;
import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@EnabledOnOs(OS.LINUX)
class SystemFontsTest {
    @ParameterizedTest
    @CsvSource({"System, false", "System, true", "Monospaced, false", "Serif, true"})
    void findsTheFontsThatTheToolkitWould(String family, boolean bold) throws Exception {
        FcCompFont toolkits = afresh(family, bold, false);

        forget();
        SystemFonts.ask();
        FcCompFont ours = known();

        assertThat(ours).as("the toolkit did not have to ask").isNotNull();
        FcCompFont found = FontConfigManager.getFontConfigFont(family, bold, false);
        assertThat(found.firstFont.fontFile).isEqualTo(toolkits.firstFont.fontFile);
        assertThat(found.firstFont.fullName).isEqualTo(toolkits.firstFont.fullName);
    }

    @ParameterizedTest
    @CsvSource({"false", "true"})
    void findsTheSameStandIns(boolean bold) throws Exception {
        List<String> toolkits = files(afresh("sans", bold, false));

        forget();
        SystemFonts.ask();

        assertThat(known()).isNotNull();
        assertThat(files(FontConfigManager.getFontConfigFont("sans", bold, false)))
                .isNotEmpty()
                .isEqualTo(toolkits);
        assertThat(files(FontConfigManager.getFontConfigFont("sans", bold, true)))
                .as("of the slanting font")
                .isEqualTo(toolkits);
    }

    @Test
    void namesTheSameLastResort() throws Exception {
        afresh("System", false, false);
        String toolkits = FontConfigManager.getDefaultFontPath();

        forget();
        field("defaultFontFile").set(null, null);
        SystemFonts.ask();

        assertThat(FontConfigManager.getDefaultFontPath()).isNotNull().isEqualTo(toolkits);
    }

    @Test
    void leavesAloneWhatTheToolkitKnows() throws Exception {
        FcCompFont before = afresh("sans", false, false);

        SystemFonts.ask();

        assertThat(FontConfigManager.getFontConfigFont("sans", false, false)).isSameAs(before);
    }

    private static FcCompFont afresh(String family, boolean bold, boolean italic) throws Exception {
        // loads the native library
        SystemFonts.ask();
        forget();
        return FontConfigManager.getFontConfigFont(family, bold, italic);
    }

    private static List<String> files(FcCompFont font) {
        return new ArrayList<>(FontConfigManager.getFileNames(font, false));
    }

    private static FcCompFont known() throws Exception {
        FcCompFont[] fonts = (FcCompFont[]) field("fontConfigFonts").get(null);
        return fonts == null ? null : fonts[0];
    }

    private static void forget() throws Exception {
        field("fontConfigFonts").set(null, null);
    }

    private static Field field(String name) throws NoSuchFieldException {
        Field field = FontConfigManager.class.getDeclaredField(name);
        field.setAccessible(true);
        return field;
    }
}
