package steward.app.shell;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Predicate;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.util.Subscription;
import steward.app.i18n.Folded;
import steward.app.i18n.Formats;
import steward.app.i18n.Messages;

/** Which organization next: pinned, recent and all others, filtered while one types. */
public final class SwitcherViewModel implements AutoCloseable {
    private static final int RECENT = 5;

    private final Organizations organizations;
    private final Consumer<UUID> open;
    private final StringProperty query = new SimpleStringProperty(this, "query", "");
    private final ReadOnlyStringWrapper count = new ReadOnlyStringWrapper(this, "count", "");
    private final IntegerProperty selected = new SimpleIntegerProperty(this, "selected", -1);
    private final ObservableList<SwitcherLine> lines = FXCollections.observableArrayList();
    private final Subscription subscriptions;

    public SwitcherViewModel(Organizations organizations, Consumer<UUID> open) {
        this.organizations = organizations;
        this.open = open;
        subscriptions = query.subscribe(text -> rebuild(true))
                .and(organizations.snapshotProperty().subscribe(snapshot -> rebuild(false)));
    }

    public StringProperty queryProperty() {
        return query;
    }

    /** "7 of 214 organizations". */
    public ReadOnlyStringProperty countProperty() {
        return count.getReadOnlyProperty();
    }

    public ObservableList<SwitcherLine> lines() {
        return lines;
    }

    /** Index of the chosen line, always a {@link SwitcherLine.Choice}, or -1. */
    public IntegerProperty selectedProperty() {
        return selected;
    }

    /** Down for 1, up for -1; headings are passed over, the ends hold. */
    public void move(int step) {
        for (int at = selected.get() + step; at >= 0 && at < lines.size(); at += step) {
            if (lines.get(at) instanceof SwitcherLine.Choice) {
                selected.set(at);
                return;
            }
        }
    }

    /** The chosen organization, or null. */
    public OrganizationRow chosen() {
        int at = selected.get();
        return at >= 0 && at < lines.size() && lines.get(at) instanceof SwitcherLine.Choice choice
                ? choice.row()
                : null;
    }

    public boolean openChosen() {
        OrganizationRow row = chosen();
        if (row != null) {
            open.accept(row.id());
        }
        return row != null;
    }

    public void togglePin() {
        OrganizationRow row = chosen();
        if (row != null) {
            organizations.pin(row.id(), !row.entry().pinned());
        }
    }

    public Instant refreshedAt() {
        var snapshot = organizations.snapshotProperty().get();
        return snapshot == null ? null : snapshot.refreshedAt();
    }

    private void rebuild(boolean fromTop) {
        OrganizationRow before = chosen();
        List<OrganizationRow> all = rows();
        List<String> words = Folded.words(query.get());
        List<OrganizationRow> found = words.isEmpty()
                ? all
                : all.stream().filter(row -> row.matches(words)).toList();
        List<SwitcherLine> next = new ArrayList<>(found.size() + 3);
        List<OrganizationRow> recent = recent(found);
        add(next, "shell.switcher.pinned", found, row -> row.entry().pinned(), words);
        add(next, "shell.switcher.recent", recent, row -> true, words);
        add(next, "shell.switcher.others", found, row -> !row.entry().pinned() && !recent.contains(row), words);
        lines.setAll(next);
        selected.set(-1);
        select(fromTop ? null : before);
        Formats formats = Formats.current();
        count.set(
                words.isEmpty()
                        ? Messages.text("shell.switcher.all", all.size())
                        : Messages.text("shell.switcher.count", formats.number(found.size()), all.size()));
    }

    private List<OrganizationRow> rows() {
        var snapshot = organizations.snapshotProperty().get();
        return snapshot == null ? List.of() : snapshot.rows();
    }

    private static List<OrganizationRow> recent(List<OrganizationRow> found) {
        return found.stream()
                .filter(row -> !row.entry().pinned() && row.entry().lastOpenedAt() != null)
                .sorted(Comparator.comparing(
                                (OrganizationRow row) -> row.entry().lastOpenedAt())
                        .reversed())
                .limit(RECENT)
                .toList();
    }

    private static void add(
            List<SwitcherLine> lines,
            String heading,
            List<OrganizationRow> rows,
            Predicate<OrganizationRow> fits,
            List<String> words) {
        List<SwitcherLine> group = rows.stream()
                .filter(fits)
                .<SwitcherLine>map(row -> new SwitcherLine.Choice(
                        row, row.name().spans(words), row.slug().spans(words)))
                .toList();
        if (!group.isEmpty()) {
            lines.add(new SwitcherLine.Heading(Messages.text(heading)));
            lines.addAll(group);
        }
    }

    /** Keeps the chosen one through fresh data; else the first. */
    private void select(OrganizationRow before) {
        for (int at = 0; before != null && at < lines.size(); at++) {
            if (lines.get(at) instanceof SwitcherLine.Choice choice
                    && choice.row().id().equals(before.id())) {
                selected.set(at);
                return;
            }
        }
        move(1);
    }

    @Override
    public void close() {
        subscriptions.unsubscribe();
    }
}
