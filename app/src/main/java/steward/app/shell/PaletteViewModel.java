package steward.app.shell;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import steward.app.fx.Background;
import steward.app.i18n.Folded;
import steward.app.i18n.Formats;
import steward.app.i18n.Messages;

/** One field for commands, members, rooms and organizations; all from this computer, nothing asked of the server. */
public final class PaletteViewModel {
    private static final int COMMANDS = 8;
    private static final int OTHERS = 3;

    /** The groups in their order; everything of a group may be searched, a few of it are shown. */
    enum Group {
        COMMANDS,
        MEMBERS,
        ROOMS,
        ORGANIZATIONS
    }

    private final Supplier<List<PaletteLine.Entry>> commands;
    private final Supplier<List<PaletteLine.Entry>> organizations;
    private final Background background;
    private final StringProperty query = new SimpleStringProperty(this, "query", "");
    private final ReadOnlyStringWrapper count = new ReadOnlyStringWrapper(this, "count", "");
    private final IntegerProperty selected = new SimpleIntegerProperty(this, "selected", -1);
    private final ObservableList<PaletteLine> lines = FXCollections.observableArrayList();
    private final Map<Group, List<PaletteLine.Entry>> known = new LinkedHashMap<>();
    private long opening;

    /** Both answer on the FX thread, at once. */
    public PaletteViewModel(
            Supplier<List<PaletteLine.Entry>> commands,
            Supplier<List<PaletteLine.Entry>> organizations,
            Background background) {
        this.commands = commands;
        this.organizations = organizations;
        this.background = background;
        query.subscribe(text -> rebuild());
    }

    public StringProperty queryProperty() {
        return query;
    }

    /** "10 results". */
    public ReadOnlyStringProperty countProperty() {
        return count.getReadOnlyProperty();
    }

    public ObservableList<PaletteLine> lines() {
        return lines;
    }

    public IntegerProperty selectedProperty() {
        return selected;
    }

    /** Starts anew; {@code contents} reads what the open organization has, or is null when its panel is closed. */
    public void open(PaletteContents contents) {
        long mine = ++opening;
        known.clear();
        known.put(Group.COMMANDS, commands.get());
        known.put(Group.ORGANIZATIONS, organizations.get());
        query.set("");
        rebuild();
        if (contents != null) {
            background.run("read palette", contents::read).onSuccess(read -> {
                if (mine == opening) {
                    known.put(Group.MEMBERS, read.members());
                    known.put(Group.ROOMS, read.rooms());
                    rebuild();
                }
            });
        }
    }

    public void move(int step) {
        for (int at = selected.get() + step; at >= 0 && at < lines.size(); at += step) {
            if (lines.get(at) instanceof PaletteLine.Item) {
                selected.set(at);
                return;
            }
        }
    }

    /** To the first of the next group, around. */
    public void nextGroup() {
        for (int step = 1; step <= lines.size(); step++) {
            int at = Math.floorMod(selected.get() + step, lines.size());
            if (lines.get(at) instanceof PaletteLine.Heading) {
                selected.set(at + 1);
                return;
            }
        }
    }

    /** What runs on Enter, or null. */
    public PaletteLine.Entry chosen() {
        int at = selected.get();
        return at >= 0 && at < lines.size() && lines.get(at) instanceof PaletteLine.Item item ? item.entry() : null;
    }

    private void rebuild() {
        List<String> words = Folded.words(query.get());
        List<PaletteLine> next = new ArrayList<>();
        int shown = 0;
        for (Group group : Group.values()) {
            shown += add(next, group, words);
        }
        lines.setAll(next);
        selected.set(-1);
        move(1);
        count.set(words.isEmpty() ? "" : Messages.text("shell.palette.count", shown));
    }

    private int add(List<PaletteLine> next, Group group, List<String> words) {
        List<PaletteLine.Entry> all = known.getOrDefault(group, List.of());
        boolean hidden = words.isEmpty() && group != Group.COMMANDS;
        List<PaletteLine.Entry> found = hidden
                ? List.of()
                : all.stream()
                        .filter(entry -> entry.matches(words))
                        .sorted(Comparator.comparingInt(entry -> entry.rank(words)))
                        .toList();
        if (found.isEmpty()) {
            return 0;
        }
        int most = group == Group.COMMANDS ? (words.isEmpty() ? all.size() : COMMANDS) : OTHERS;
        String key = group.name().toLowerCase(java.util.Locale.ROOT);
        Formats formats = Formats.current();
        String count = group == Group.COMMANDS
                ? ""
                : Messages.text("shell.palette.of", formats.number(found.size()), formats.number(all.size()));
        next.add(new PaletteLine.Heading(Messages.text("shell.palette." + key), count));
        found.stream()
                .limit(most)
                .map(entry -> new PaletteLine.Item(entry, entry.title().spans(words)))
                .forEach(next::add);
        return found.size();
    }
}
