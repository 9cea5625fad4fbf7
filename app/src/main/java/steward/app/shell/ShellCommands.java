package steward.app.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.feather.Feather;
import steward.app.i18n.Folded;
import steward.app.i18n.Messages;

/** The commands of the window itself, with their keys; a tab's own come beside them. */
final class ShellCommands {
    private static final List<Place> NUMBERED = List.of(
            Place.OVERVIEW,
            Place.MEMBERS,
            Place.ROOMS,
            Place.LICENSES,
            Place.MEETINGS,
            Place.RECORDINGS,
            Place.BILLING,
            Place.ORGANIZATION,
            Place.AUDIT);

    private final List<Command> commands = new ArrayList<>();

    ShellCommands places(Consumer<Place> go) {
        for (int i = 0; i < NUMBERED.size(); i++) {
            Place place = NUMBERED.get(i);
            KeyCode digit = KeyCode.valueOf("DIGIT" + (i + 1));
            add(
                    "go-" + place.key(),
                    "shell.place." + place.key(),
                    Navigation.icon(place),
                    Keys.shortcut(digit),
                    () -> go.accept(place));
        }
        add("go-import", "shell.place.import", Feather.UPLOAD, Keys.shortcut(KeyCode.I), () -> go.accept(Place.IMPORT));
        add(
                "go-outbox",
                "shell.place.outbox",
                Feather.SEND,
                Keys.shortcut(KeyCode.DIGIT0),
                () -> go.accept(Place.OUTBOX));
        return add(
                "go-settings",
                "shell.place.settings",
                Feather.SETTINGS,
                Keys.SETTINGS,
                () -> go.accept(Place.SETTINGS));
    }

    ShellCommands add(String id, String key, Ikon icon, KeyCombination shortcut, Runnable run) {
        String hint = Messages.text(key + ".hint");
        commands.add(new Command(id, Messages.text(key), hint.equals(key + ".hint") ? "" : hint, icon, shortcut, run));
        return this;
    }

    List<Command> list() {
        return List.copyOf(commands);
    }

    static PaletteLine.Entry entry(Command command) {
        return new PaletteLine.Entry(
                command.id(),
                new PaletteLine.Mark.Icon(command.icon()),
                Folded.of(command.title()),
                Folded.of(command.hint()),
                null,
                Keys.text(command.shortcut()),
                command.run());
    }
}
