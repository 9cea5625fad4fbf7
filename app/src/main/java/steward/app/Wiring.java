package steward.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import javafx.stage.Stage;
import steward.api.Json;
import steward.app.cli.Invite;
import steward.app.cli.LaterStarts;
import steward.app.dialog.SystemFilePicker;
import steward.app.fx.Background;
import steward.app.fx.FxThread;
import steward.app.fx.Ticker;
import steward.app.settings.Applying;
import steward.app.settings.Languages;
import steward.app.settings.SettingsFile;
import steward.app.settings.SettingsTab;
import steward.app.settings.SettingsView;
import steward.app.settings.SettingsViewModel;
import steward.app.shell.MainWindow;
import steward.app.shell.OrganizationContext;
import steward.app.shell.Place;
import steward.app.shell.Runtime;
import steward.app.shell.Tab;
import steward.app.shell.Tabs;
import steward.app.signin.Demo;
import steward.app.signin.Resuming;
import steward.app.theme.Theme;
import steward.app.tour.Assignment;
import steward.app.tour.NextFile;
import steward.app.tour.Sitting;
import steward.app.tour.TourServer;
import steward.server.ServerOptions;
import steward.server.StartException;
import steward.store.NewerStoreException;
import steward.sync.Engine;
import steward.sync.EngineOptions;
import steward.sync.FolderInUseException;
import steward.sync.SingleInstance;
import tools.jackson.core.JacksonException;

/** Puts the program together, by hand; the only class that names {@code steward.server}. */
final class Wiring {
    private static final Logger LOG = Logger.getLogger(Wiring.class.getName());

    /** One line a tab. */
    private static final Map<Place, Function<OrganizationContext, Tab>> TABS = Map.ofEntries(
            Map.entry(Place.OVERVIEW, steward.app.overview.OverviewTab::new),
            Map.entry(Place.MEMBERS, steward.app.members.MembersTab::new),
            Map.entry(Place.IMPORT, steward.app.invitations.InvitationsTab::new),
            Map.entry(Place.ROOMS, steward.app.rooms.RoomsTab::new),
            Map.entry(Place.LICENSES, steward.app.licenses.LicensesTab::new),
            Map.entry(Place.MEETINGS, steward.app.meetings.MeetingsTab::new),
            Map.entry(Place.RECORDINGS, steward.app.recordings.RecordingsTab::new),
            Map.entry(Place.BILLING, steward.app.billing.BillingTab::new),
            Map.entry(Place.ORGANIZATION, steward.app.organization.OrganizationTab::new),
            Map.entry(Place.AUDIT, steward.app.audit.AuditTab::new),
            Map.entry(Place.OUTBOX, steward.app.outbox.OutboxTab::new));

    private final Options options;
    private final DataFolder folder;
    private final Faults faults = new Faults();
    private final CountDownLatch closed = new CountDownLatch(1);
    private final CompletableFuture<Void> shown = new CompletableFuture<>();
    private CompletableFuture<Frame> frame;
    private volatile MainWindow window;

    Wiring(Options options, DataFolder folder) {
        this.options = options;
        this.folder = folder;
    }

    /** Opens the window and returns its exit code once it is closed. */
    int run() {
        Thread.setDefaultUncaughtExceptionHandler(faults);
        SettingsFile settings = SettingsFile.open(folder.settings(), options.policy);
        Languages.speak(settings.get().language());
        makeFrame(settings.get().theme());
        var later = new LaterStarts(this::raise);
        try (Engine engine = Engine.open(EngineOptions.of(folder.root())
                        .with(settings.network())
                        .onLaterStart(later::answer)
                        .callingAfter(shown));
                EmbeddedDemo demo = new EmbeddedDemo(folder.demo());
                LaterStarts serving = later.serve(new Invite(engine, demo, options.policy, InstantSource.system()))) {
            var resuming = new Resuming(engine, demo);
            var last = new LastAccount(engine, resuming, settings.get(), options.server);
            if (options.demo) {
                demo.prepare();
            } else {
                Thread.ofVirtual().name("resume last").start(last);
            }
            Frame made = frame.join();
            FxThread.run(() -> open(made, settings, engine, new Resumed(demo, resuming, last)));
            return awaitClosed();
        } catch (FolderInUseException e) {
            System.err.println("Steward is already running on " + folder.root() + ".");
            return 1;
        } catch (UncheckedIOException e) {
            LOG.log(Level.WARNING, "the data folder cannot be used", e);
            return refuse(Refusal.noFolder(folder.root()));
        } catch (NewerStoreException e) {
            return refuse(Refusal.newer(e.file()));
        }
    }

    /** Opens a window that says why there is no other; returns the exit code once it is closed. */
    int refuse(Refusal why) {
        makeFrame(Theme.Mode.SYSTEM);
        MainWindow made = frame.join().window();
        FxThread.run(() -> {
            made.onClosed(closed::countDown);
            Screens.refuse(made, why);
            made.open();
        });
        return awaitClosed() + 1;
    }

    /** What stands before the engine does. */
    private record Frame(MainWindow window, Theme theme, NextFile files) {}

    private record Resumed(EmbeddedDemo demo, Resuming resuming, LastAccount last) {}

    /** Makes the window beside whatever else is done; once. */
    private void makeFrame(Theme.Mode mode) {
        if (frame == null) {
            frame = StewardApplication.begin().thenApplyAsync(stage -> frame(stage, mode), FxThread::run);
        }
    }

    private void open(Frame made, SettingsFile settings, Engine engine, Resumed resumed) {
        Background background = Background.virtual(faults);
        EmbeddedDemo demo = resumed.demo();
        Theme theme = made.theme();
        theme.modeProperty()
                .subscribe(
                        (before, mode) -> background.run("keep theme", () -> settings.change(now -> now.with(mode))));
        var runtime = new Runtime(background, new Ticker(Clock.systemDefaultZone()), Clock.systemDefaultZone(), theme);
        Applying applying = new LiveSettings(engine, demo::exists, demo::remove);
        var about = new SettingsView.About(
                Version.text(),
                folder.root().toString(),
                "Java " + System.getProperty("java.version") + ", JavaFX " + System.getProperty("javafx.version"));
        java.util.function.Supplier<SettingsView> settingsView = () -> new SettingsView(
                new SettingsViewModel(settings, applying, theme.modeProperty(), background), window.dialogs(), about);
        var tabs = new Tabs(TABS, () -> new SettingsTab(settingsView.get()));
        var screens = new Screens(
                window, runtime, engine, resumed.resuming(), new Screens.Parts(settings, demo, tabs, settingsView));
        window.onClosed(() -> {
            screens.leaveShell();
            closed.countDown();
        });
        FirstScreen.watch(window.scene(), () -> shown.complete(null));
        Rest.watch(window.scene(), runtime);
        window.open();
        screens.start(options.demo, options.server, resumed.last());
        if (options.tourSitting != null) {
            new Sitting(assignment(options.tourSitting), window.scene(), theme, made.files()).start(window::close);
        }
    }

    private static Assignment assignment(Path file) {
        try {
            return Assignment.read(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Frame frame(Stage stage, Theme.Mode mode) {
        var theme = new Theme(mode);
        var files = new NextFile();
        window = new MainWindow(stage, theme, options.tourSitting == null ? new SystemFilePicker() : files);
        faults.showIn(window.dialogs());
        return new Frame(window, theme, files);
    }

    private SingleInstance.Reply raise() {
        MainWindow shown = window;
        if (shown != null) {
            FxThread.run(shown::raise);
        }
        return new SingleInstance.Reply(0, "");
    }

    private int awaitClosed() {
        try {
            closed.await();
            return 0;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return 1;
        }
    }

    /** A demo server of its own for a tour, its meetings starting and ending. */
    static TourServer tourServer(Path folder) {
        steward.server.demo.Demo demo = steward.server.demo.Demo.start(ServerOptions.of(0, folder));
        return new TourServer() {
            @Override
            public URI address() {
                return URI.create(demo.server().url());
            }

            @Override
            public Path accounts() {
                return demo.accounts();
            }

            @Override
            public void close() {
                demo.close();
            }
        };
    }

    /** The reference server alone, until the process is ended. */
    static int serve(Options options) throws InterruptedException {
        List<String> arguments = new java.util.ArrayList<>(
                List.of("--data", Main.serverFolder(options).toString()));
        if (options.port != null) {
            arguments.addAll(List.of("--port", options.port.toString()));
        }
        if (options.demo) {
            arguments.add("--demo");
        }
        return steward.server.Main.run(arguments.toArray(String[]::new));
    }

    /** The demo server of this computer, started when somebody first enters it. Thread-safe. */
    static final class EmbeddedDemo implements Demo, AutoCloseable {
        // not the one of Wiring: the command line uses the demo and loads no tab
        private static final Logger LOG = Logger.getLogger(EmbeddedDemo.class.getName());
        private static final String HOME = "acme";
        private static final String ACCOUNTS = "accounts.json";

        /** A line of the file the demo server writes for those who may read it. */
        private record Entrance(String email, String token, String kind, List<Membership> organizations) {
            boolean holds(String role) {
                return organizations.stream().anyMatch(each -> each.role().equals(role));
            }
        }

        private record Membership(String id, String slug, String role) {}

        private final Path folder;
        private steward.server.demo.Demo demo;

        EmbeddedDemo(Path folder) {
            this.folder = folder;
        }

        @Override
        public void prepare() {
            Thread.ofVirtual()
                    .name("prepare demo")
                    .uncaughtExceptionHandler((thread, fault) -> LOG.log(Level.INFO, "the demo did not start", fault))
                    .start(this::start);
        }

        @Override
        public Optional<String> email(Persona persona) {
            return known(each -> is(each, persona)).map(Entrance::email);
        }

        @Override
        public Optional<String> token(String email) {
            return known(each -> each.email().equalsIgnoreCase(email)).map(Entrance::token);
        }

        private Optional<Entrance> known(Predicate<Entrance> which) {
            return Files.exists(folder.resolve(ACCOUNTS))
                    ? entrances().stream().filter(which).findFirst()
                    : Optional.empty();
        }

        @Override
        public synchronized Entry enter(Persona persona) {
            start();
            return known(each -> is(each, persona))
                    .map(this::entry)
                    .orElseThrow(() -> new IllegalStateException("the demo has no " + persona));
        }

        @Override
        public synchronized Optional<Entry> again(String email) {
            Optional<Entrance> known = known(each -> each.email().equalsIgnoreCase(email));
            known.ifPresent(each -> start());
            return known.map(this::entry);
        }

        private synchronized void start() {
            if (demo != null) {
                return;
            }
            try {
                demo = steward.server.demo.Demo.start(ServerOptions.of(0, folder));
            } catch (StartException e) {
                throw new CannotStartException(
                        switch (e.reason()) {
                            case NEWER_DATA -> CannotStartException.Reason.NEWER;
                            case DAMAGED_DATA -> CannotStartException.Reason.DAMAGED;
                            case FOLDER_IN_USE -> CannotStartException.Reason.IN_USE;
                            case FOLDER_UNUSABLE, PORT_TAKEN -> CannotStartException.Reason.UNUSABLE;
                        },
                        e);
            }
        }

        private Entry entry(Entrance entrance) {
            return new Entry(URI.create(demo.server().url()), entrance.token());
        }

        private static boolean is(Entrance entrance, Persona persona) {
            boolean user = entrance.kind().equals("user");
            return switch (persona) {
                case OWNER ->
                    user
                            && entrance.organizations().stream()
                                    .anyMatch(each -> each.slug().equals(HOME)
                                            && each.role().equals("owner"));
                case ADMIN -> user && entrance.holds("admin") && !entrance.holds("owner");
                case MEMBER -> user && entrance.holds("member") && !entrance.holds("admin") && !entrance.holds("owner");
                case SUPPORT -> entrance.kind().equals("support");
            };
        }

        private List<Entrance> entrances() {
            try {
                return List.of(Json.mapper().readValue(Files.readAllBytes(folder.resolve(ACCOUNTS)), Entrance[].class));
            } catch (JacksonException e) {
                throw new CannotStartException(CannotStartException.Reason.DAMAGED, e);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        synchronized boolean exists() {
            return Files.exists(folder);
        }

        synchronized void remove() {
            close();
            if (!Files.exists(folder)) {
                return;
            }
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path each : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(each);
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public synchronized void close() {
            if (demo != null) {
                demo.close();
                demo = null;
            }
        }
    }
}
