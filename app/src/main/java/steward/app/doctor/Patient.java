package steward.app.doctor;

import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import steward.app.settings.PolicyFile;
import steward.sync.TokenStore;

/**
 * What is looked at.
 *
 * @param version of the program
 * @param data where everything is kept
 * @param logs where the logs are
 * @param settings the file of settings
 * @param server to be asked as well, or null
 * @param environment the variables of the process
 */
public record Patient(
        String version,
        Path data,
        Path logs,
        Path settings,
        PolicyFile policy,
        URI server,
        TokenStore tokens,
        Map<String, String> environment) {}
