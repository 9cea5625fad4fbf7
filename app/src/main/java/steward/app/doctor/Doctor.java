package steward.app.doctor;

import java.io.UncheckedIOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import steward.app.settings.Policy;
import steward.app.settings.PolicyException;
import steward.app.settings.Settings;
import steward.app.settings.SettingsFile;
import steward.store.NewerStoreException;
import steward.sync.Diagnosis;
import steward.sync.Diagnosis.KeptAccount;
import steward.sync.EngineOptions;

/** Looks at everything in turn. Blocking; changes nothing. */
public final class Doctor {
    private final Patient patient;
    private final List<Finding> findings = new ArrayList<>();

    private Doctor(Patient patient) {
        this.patient = patient;
    }

    public static List<Finding> look(Patient patient) {
        return new Doctor(patient).findings();
    }

    private List<Finding> findings() {
        findings.addAll(new Surroundings(patient).findings());
        findings.add(new Keychain(patient.tokens()).finding());
        Optional<Policy> policy = policy();
        Optional<Settings> settings = settings();
        List<KeptAccount> accounts = accounts();
        // under a policy nobody knows nothing may be reached
        policy.ifPresent(fixed -> servers(fixed, settings.orElse(Settings.DEFAULT), accounts));
        int number = 1;
        for (KeptAccount account : accounts) {
            findings.addAll(new Stores(number++, account.folder()).findings());
        }
        return findings;
    }

    private Optional<Policy> policy() {
        try {
            Policy policy = patient.policy().read();
            String file = patient.policy().path().toString();
            findings.add(policy.equals(Policy.NONE) ? Finding.ok("policy.none") : Finding.ok("policy.holds", file));
            return Optional.of(policy);
        } catch (PolicyException e) {
            findings.add(new Finding(Finding.Level.BROKEN, e.words(), ""));
            return Optional.empty();
        }
    }

    private Optional<Settings> settings() {
        Optional<Settings> settings = SettingsFile.read(patient.settings());
        if (settings.isEmpty()) {
            findings.add(Finding.note("settings.broken", patient.settings().toString()));
        }
        return settings;
    }

    private List<KeptAccount> accounts() {
        try {
            List<KeptAccount> accounts = Diagnosis.accounts(patient.data());
            findings.add(Finding.ok("accounts", accounts.size()));
            return accounts;
        } catch (NewerStoreException e) {
            findings.add(Finding.broken("store.newer", e.file().toString()));
            return List.of();
        } catch (UncheckedIOException e) {
            findings.add(Finding.broken("store.unreadable", patient.data().toString()));
            return List.of();
        }
    }

    private void servers(Policy policy, Settings settings, List<KeptAccount> accounts) {
        EngineOptions options =
                EngineOptions.of(patient.data()).with(patient.tokens()).with(policy.over(settings.network()));
        Set<URI> asked = new LinkedHashSet<>();
        if (patient.server() != null) {
            asked.add(patient.server());
        }
        if (policy.server() != null) {
            asked.add(policy.server());
        }
        accounts.forEach(each -> asked.add(each.server()));
        if (asked.isEmpty()) {
            findings.add(Finding.ok("server.none"));
        }
        asked.forEach(each -> findings.addAll(Servers.findings(Diagnosis.ask(each, options))));
    }
}
