package steward.app.members;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.kordamp.ikonli.feather.Feather;
import steward.api.Action;
import steward.app.control.State;
import steward.app.fx.LiveQuery;
import steward.app.i18n.Folded;
import steward.app.i18n.Formats;
import steward.app.i18n.Messages;
import steward.app.shell.OrganizationContext;
import steward.app.shell.RoleWords;
import steward.store.AccountStore;
import steward.store.StoreListener.Part;

/** Everyone of one organization, filtered and searched; what is done with them is {@link MemberCommands}. */
final class MembersViewModel implements AutoCloseable {
    private final OrganizationContext context;
    private final LiveQuery<People> query;
    private final List<AccountStore.Registration> listening = new ArrayList<>();
    private final ReadOnlyObjectWrapper<People> people = new ReadOnlyObjectWrapper<>(this, "people");
    private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(this, "state", State.loading());
    private final ReadOnlyObjectWrapper<Activity> activity = new ReadOnlyObjectWrapper<>(this, "activity");
    private final ReadOnlyObjectWrapper<Integer> connectionChanges = new ReadOnlyObjectWrapper<>(this, "connection", 0);
    private final ObservableList<PersonRow> rows = FXCollections.observableArrayList();
    private final ObjectProperty<PeopleFilter> filter = new SimpleObjectProperty<>(this, "filter", PeopleFilter.ALL);
    private final StringProperty search = new SimpleStringProperty(this, "search", "");
    private final Runnable inviteOne;
    private UUID wanted;

    /** @param inviteOne asks for one person to invite: the first action of an empty list */
    MembersViewModel(OrganizationContext context, Runnable inviteOne) {
        this.context = context;
        this.inviteOne = inviteOne;
        var language = Formats.current().locale();
        query = new LiveQuery<>(context.background(), "members", () -> People.read(context.data(), language))
                .onValue(this::arrived)
                .onFailure(problem -> state.set(State.failed(
                        Messages.text("members.failed.title"), Messages.text("members.failed.text"), this::reload)))
                .sparing();
        filter.subscribe((before, after) -> show());
        search.subscribe((before, after) -> show());
        Optional<String> closed = context.refusal(Action.OPEN_PANEL, false);
        if (closed.isPresent()) {
            state.set(
                    State.forbidden(Messages.text("members.forbidden.title"), Messages.text("members.forbidden.text")));
            return;
        }
        listening.add(context.onChange(Part.ORGANIZATION, query::refresh));
        listening.add(context.onConnection(() -> {
            connectionChanges.set(connectionChanges.get() + 1);
            showState();
        }));
        query.refresh();
    }

    /** Who can give access, by name and address. */
    private String whoCan() {
        String names = context.organization().organization().admins().stream()
                .map(each -> Messages.text(
                        "members.forbidden.contact", each.name(), RoleWords.of(each.role()), each.email()))
                .collect(Collectors.joining("\n"));
        return Messages.text("members.forbidden.text") + (names.isEmpty() ? "" : "\n\n" + names);
    }

    private void reload() {
        state.set(State.loading());
        query.refresh();
    }

    private void arrived(People fresh) {
        people.set(fresh);
        show();
    }

    private void show() {
        People all = people.get();
        if (all == null) {
            return;
        }
        List<String> words = Folded.words(search.get());
        List<PersonRow> shown = all.rows().stream()
                .filter(filter.get()::takes)
                .filter(row -> words.stream().allMatch(row.searched()::contains))
                .toList();
        rows.setAll(shown);
        showState();
    }

    private void showState() {
        People all = people.get();
        if (all == null) {
            return;
        }
        if (!all.known()) {
            state.set(context.unknown());
        } else if (all.rows().isEmpty()) {
            state.set(State.empty(
                    Feather.USERS,
                    Messages.text("members.empty.title"),
                    Messages.text("members.empty.text"),
                    new steward.app.control.Action(Messages.text("members.invite.one"), Feather.USER_PLUS, inviteOne)));
        } else {
            state.set(rows.isEmpty() ? State.noResults(this::clearFilter) : State.ready());
        }
    }

    void clearFilter() {
        search.set("");
        filter.set(PeopleFilter.ALL);
    }

    /** Reads what else is known of a person; the newest asked for wins. Of the same one the last answer stands meanwhile. */
    void look(PersonRow row) {
        UUID asked = row.id();
        if (!asked.equals(wanted)) activity.set(null);
        wanted = asked;
        context.background()
                .run("activity", () -> Activity.read(context.data(), row))
                .onSuccess(found -> {
                    if (asked.equals(wanted)) {
                        activity.set(found);
                    }
                });
    }

    /** What the filter and the search leave, newest first. */
    ObservableList<PersonRow> rows() {
        return rows;
    }

    ReadOnlyObjectProperty<People> peopleProperty() {
        return people.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<State> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /** Of whom was looked at last; null until it is read. */
    ReadOnlyObjectProperty<Activity> activityProperty() {
        return activity.getReadOnlyProperty();
    }

    /** Changes whenever the connection does: what is online only is to be looked at again. */
    ReadOnlyObjectProperty<Integer> connectionProperty() {
        return connectionChanges.getReadOnlyProperty();
    }

    ObjectProperty<PeopleFilter> filterProperty() {
        return filter;
    }

    StringProperty searchProperty() {
        return search;
    }

    @Override
    public void close() {
        query.close();
        listening.forEach(AccountStore.Registration::close);
    }
}
