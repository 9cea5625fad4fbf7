package steward.app.theme;

import com.sun.javafx.font.FontConfigManager;
import com.sun.javafx.font.FontConfigManager.FcCompFont;
import com.sun.javafx.font.PrismFontFactory;
import java.lang.reflect.Field;
import java.lang.reflect.InaccessibleObjectException;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Asks fontconfig which fonts stand in for one another, in the toolkit's place and with its own native method, before it
 * does. The toolkit asks for all twelve combinations of three families and four styles, which takes a tenth of a second and
 * 27 MB where fonts-noto is installed, and gives nothing back; what it looks into later are the stand-ins of the plain and
 * the bold font without serifs. It finds its own answer then; should its insides be other than these one day, it asks as it
 * always did (decision 8).
 */
final class SystemFonts {
    private static final Logger LOG = Logger.getLogger(SystemFonts.class.getName());

    private static final int STYLES = 4;
    // of the styles the first two, plain and bold, stand upright
    private static final int UPRIGHT = 2;

    private SystemFonts() {}

    /** Does nothing where the toolkit has asked already, or asks somebody else than fontconfig. Thread-safe. */
    static void ask() {
        if (!System.getProperty("os.name").equals("Linux")) return;
        try {
            // loads the native library
            PrismFontFactory.getFontFactory();
            synchronized (FontConfigManager.class) {
                Field known = field("fontConfigFonts");
                if (known.get(null) == null) known.set(null, found());
            }
        } catch (ReflectiveOperationException | InaccessibleObjectException | LinkageError e) {
            LOG.log(Level.INFO, "the toolkit asks for the system's fonts itself", e);
        }
    }

    /** Null if fontconfig did not answer, which the toolkit has a way out of. */
    private static FcCompFont[] found() throws ReflectiveOperationException {
        String[] names = (String[]) method("getFontConfigNames").invoke(null);
        FcCompFont[] fonts = new FcCompFont[names.length];
        for (int i = 0; i < names.length; i++) {
            fonts[i] = new FcCompFont();
            fonts[i].fcName = names[i];
            fonts[i].fcFamily = names[i].substring(0, names[i].indexOf(':'));
            fonts[i].style = i % STYLES;
        }
        if (!fill(fonts, false) || !fill(Arrays.copyOf(fonts, UPRIGHT), true)) return null;
        for (FcCompFont font : fonts) {
            if (font.firstFont == null) return null;
            font.allFonts = fonts[font.style % UPRIGHT].allFonts;
        }
        field("defaultFontFile").set(null, fonts[0].firstFont.fontFile);
        return fonts;
    }

    private static boolean fill(FcCompFont[] fonts, boolean standIns) throws ReflectiveOperationException {
        Object language = method("getFCLocaleStr").invoke(null);
        return (boolean) method("getFontConfig", String.class, FcCompFont[].class, boolean.class)
                .invoke(null, language, fonts, standIns);
    }

    private static Field field(String name) throws NoSuchFieldException {
        Field field = FontConfigManager.class.getDeclaredField(name);
        field.setAccessible(true);
        return field;
    }

    private static Method method(String name, Class<?>... parameters) throws NoSuchMethodException {
        Method method = FontConfigManager.class.getDeclaredMethod(name, parameters);
        method.setAccessible(true);
        return method;
    }
}
