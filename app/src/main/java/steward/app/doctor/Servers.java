package steward.app.doctor;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import steward.app.i18n.Messages;
import steward.app.shell.FailureWords;
import steward.sync.Diagnosis.Asked;

/** What came of asking a server, in words. Its name is left out: it may be that of an organization. */
final class Servers {
    private static final Duration NOTED = Duration.ofMinutes(1);
    private static final Duration BAD = Duration.ofMinutes(5);

    private Servers() {}

    static List<Finding> findings(Asked asked) {
        List<Finding> findings = new ArrayList<>();
        String way = asked.proxy() == null
                ? Messages.text("doctor.server.direct")
                : Messages.text("doctor.server.proxy", asked.proxy());
        String server = asked.server().toString();
        if (asked.failure() != null) {
            findings.add(new Finding(
                    Finding.Level.BROKEN,
                    Messages.text("doctor.server.failed", server, way),
                    FailureWords.of(asked.failure())));
        } else if (asked.fits()) {
            String line = asked.tls() == null ? Messages.text("doctor.server.plain") : asked.tls();
            findings.add(Finding.ok("server.answers", server, way, line, asked.version()));
        } else {
            findings.add(Finding.broken("server.misfit", server, asked.version()));
        }
        if (asked.skew() != null) {
            findings.add(clock(asked.skew()));
        }
        return findings;
    }

    private static Finding clock(Duration skew) {
        Duration size = skew.abs();
        if (size.compareTo(NOTED) < 0) {
            return Finding.ok("clock.right", size.toSeconds());
        }
        return size.compareTo(BAD) < 0
                ? Finding.note("clock.off", size.toMinutes())
                : Finding.broken("clock.off", size.toMinutes());
    }
}
