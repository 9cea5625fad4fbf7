package steward.app;

import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import steward.api.Json;
import steward.app.doctor.Doctor;
import steward.app.doctor.Finding;
import steward.app.doctor.Patient;
import steward.app.i18n.Messages;
import steward.app.settings.PolicyFile;
import steward.sync.TokenStore;

/** {@code steward doctor}: what works here and what does not, as a report that can be passed on. */
@Command(
        name = DoctorCommand.NAME,
        description = "Look at environment, network, keychain and data, and say what is broken; nothing is changed.")
final class DoctorCommand implements Callable<Integer> {
    static final String NAME = "doctor";
    private static final int BROKEN = 1;

    /** What {@code --json} prints. */
    private record Report(boolean healthy, List<Finding> findings) {}

    private final Options options;
    private final PolicyFile policy;

    @Option(names = "--json", description = "Print the report as JSON.")
    private boolean json;

    DoctorCommand(Options options, PolicyFile policy) {
        this.options = options;
        this.policy = policy;
    }

    @Override
    public Integer call() {
        Logging.off();
        DataFolder folder = options.dataFolder();
        // whatever the findings hold: no address, no token, no name of a user gets out
        List<Finding> findings = Doctor.look(patient(folder)).stream()
                .map(each -> each.with(Logging::blank))
                .toList();
        long broken = findings.stream()
                .filter(each -> each.level() == Finding.Level.BROKEN)
                .count();
        if (json) {
            System.out.println(Json.mapper()
                    .writerWithDefaultPrettyPrinter()
                    .writeValueAsString(new Report(broken == 0, findings)));
        } else {
            findings.forEach(each -> System.out.println(each.line()));
            System.out.println(
                    broken == 0 ? Messages.text("doctor.end.healthy") : Messages.text("doctor.end.sick", (int) broken));
        }
        return broken == 0 ? 0 : BROKEN;
    }

    private Patient patient(DataFolder folder) {
        return new Patient(
                Version.text(),
                folder.root(),
                folder.logs(),
                folder.settings(),
                policy,
                options.server,
                TokenStore.system(),
                System.getenv());
    }
}
