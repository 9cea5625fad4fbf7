package steward.app;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;

/**
 * What a person can pass on after something unexpected: a short code, the same for the same fault, and where it
 * happened. Messages of exceptions are left out, since they may hold names, addresses or paths.
 */
record Report(String code, String text) {
    private static final int FRAMES = 12;

    static Report of(Throwable fault, String version) {
        String trace = trace(fault);
        int sum = Arrays.hashCode(trace.chars().toArray());
        String code = "S-" + HexFormat.of().toHexDigits(sum).toUpperCase(Locale.ROOT);
        String head = "Steward %s, %s, Java %s%n%s%n"
                .formatted(
                        version,
                        System.getProperty("os.name") + " " + System.getProperty("os.version"),
                        System.getProperty("java.version"),
                        code);
        return new Report(code, head + trace);
    }

    /** Types and places only, the innermost cause last. */
    static String trace(Throwable fault) {
        var text = new StringBuilder();
        for (Throwable each = fault; each != null; each = each.getCause() == each ? null : each.getCause()) {
            text.append(each.getClass().getName()).append('\n');
            Arrays.stream(each.getStackTrace()).limit(FRAMES).forEach(frame -> text.append("  at ")
                    .append(frame.getClassName())
                    .append('.')
                    .append(frame.getMethodName())
                    .append(':')
                    .append(frame.getLineNumber())
                    .append('\n'));
        }
        return text.toString();
    }
}
