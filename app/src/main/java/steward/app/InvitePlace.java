package steward.app;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.function.Function;
import steward.app.cli.InviteCommand;
import steward.app.settings.Languages;
import steward.app.settings.Policy;
import steward.app.settings.SettingsFile;
import steward.app.signin.Demo;
import steward.sync.Network;

/** The data folder and the demo of this computer, for the command line. */
final class InvitePlace implements InviteCommand.Place {
    private final Options options;

    InvitePlace(Options options) {
        this.options = options;
    }

    @Override
    public Path folder() throws IOException {
        DataFolder folder = options.dataFolder();
        folder.prepare();
        Logging.start(folder.logs());
        Languages.speak(settings().get().language());
        return folder.root();
    }

    @Override
    public URI server() {
        return options.server;
    }

    @Override
    public boolean demo() {
        return options.demo;
    }

    @Override
    public Network network() {
        return settings().network();
    }

    @Override
    public Policy policy() {
        return options.policy;
    }

    private SettingsFile settings() {
        return SettingsFile.open(options.dataFolder().settings(), options.policy);
    }

    @Override
    public <T> T inDemo(Function<Demo, T> work) {
        try (var demo = new Wiring.EmbeddedDemo(options.dataFolder().demo())) {
            return work.apply(demo);
        }
    }
}
