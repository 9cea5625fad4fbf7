package steward.app.members;

import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import javafx.beans.property.SimpleStringProperty;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.layout.StackPane;
import javafx.util.Subscription;
import org.kordamp.ikonli.feather.Feather;
import steward.api.Action;
import steward.app.control.Banner;
import steward.app.control.BulkBar;
import steward.app.control.Buttons;
import steward.app.control.DataTable;
import steward.app.control.Disabled;
import steward.app.control.FilterTabs;
import steward.app.control.IconButton;
import steward.app.control.Icons;
import steward.app.control.Page;
import steward.app.control.SearchField;
import steward.app.control.StateView;
import steward.app.control.Tone;
import steward.app.i18n.Formats;
import steward.app.i18n.Messages;
import steward.app.shell.OrganizationContext;

/** The members tab as one sees it. Node ids: {@code members-table}, {@code members-search}, {@code members-invite} ... */
final class MembersView extends StackPane {
    private final MembersViewModel model;
    private final MemberMenu menu;
    private final MemberCommands commands;
    private final OrganizationContext context;
    private final Page page = new Page("members", text("members.title"));
    private final FilterTabs<PeopleFilter> tabs = new FilterTabs<>("members-filter");
    private final SearchField search = new SearchField(text("members.search"));
    private final DataTable<PersonRow> table;
    private final MembersPanel panel;
    private final SimpleStringProperty selectAll = new SimpleStringProperty("");
    private final Disabled inviteGuard;
    private final StateView states;
    private final BulkBar bulk;
    private Subscription ticking = () -> {};
    private PanelActions actions;

    /** What the panel's buttons are made of. */
    private record PanelActions(UUID person, PersonAction action, String refusal) {}

    MembersView(MembersViewModel model, MemberMenu menu, MemberCommands commands, OrganizationContext context) {
        this.model = model;
        this.menu = menu;
        this.commands = commands;
        this.context = context;
        table = MembersTable.of(context, menu);
        panel = new MembersPanel(() -> menu.activity(table.currentProperty().get()));
        inviteGuard = new Disabled(inviteButton());
        states = new StateView("members-state", table);
        bulk = new BulkBar("members-bulk", table, selectAll);
        build();
        style();
        bind();
    }

    /** Shows a person's panel. */
    void select(java.util.UUID id) {
        model.clearFilter();
        table.show(id);
    }

    /** Stops following the window's clock. */
    void close() {
        ticking.unsubscribe();
    }

    private void build() {
        for (PeopleFilter filter : PeopleFilter.values()) {
            tabs.add(filter, text("members.filter." + filter.name().toLowerCase(java.util.Locale.ROOT)));
        }
        search.setId("members-search");
        var export = new IconButton(Feather.DOWNLOAD, text("members.export.action"), () -> menu.export(model.rows()));
        export.setId("members-export");
        page.setActions(inviteGuard);
        page.setFilters(tabs, search, export);
        page.setContent(states);
        page.setFoot(bulk);
        page.setSidePanel(panel.node());
        getChildren().add(page);
        table.rows(model.rows());
        bulk.actions(
                bulkButton(PersonAction.EDIT_ROLE, Feather.SHIELD),
                button(
                        "members-bulk-message",
                        "members.menu.message",
                        Feather.MAIL,
                        () -> menu.message(table.chosen())),
                button("members-bulk-copy", "members.bulk.copy", Feather.COPY, () -> menu.copy(table.chosen())),
                bulkButton(PersonAction.RESEND, Feather.SEND),
                bulkButton(PersonAction.CANCEL, Feather.SLASH),
                bulkButton(PersonAction.REMOVE, Feather.USER_MINUS));
    }

    private void style() {
        table.tallRows();
        search.setPrefWidth(184);
        search.setMinWidth(120);
    }

    private void bind() {
        tabs.selectedProperty().bindBidirectional(model.filterProperty());
        search.textProperty().bindBidirectional(model.searchProperty());
        states.stateProperty().bind(model.stateProperty());
        model.peopleProperty().subscribe(this::showFigures);
        model.peopleProperty().subscribe(this::lookAgain);
        model.connectionProperty().subscribe(ignored -> showPermissions());
        model.activityProperty().subscribe(known -> panel.fill(known, now()));
        table.currentProperty().subscribe(this::showPerson);
        panel.node().openProperty().subscribe(open -> {
            if (!open) {
                table.clearCurrent();
            }
        });
        ticking = context.ticker().second().subscribe(panel::tick);
        commands.handingOverProperty().subscribe(this::showWait);
        model.rows().subscribe(this::showSelectAll);
        model.filterProperty().subscribe(filter -> showSelectAll());
        table.selection().revisionProperty().subscribe(ignored -> showSelectAll());
    }

    private void showWait(String newOwner) {
        if (newOwner.isEmpty()) {
            page.setBanner(null);
            return;
        }
        var stop = Buttons.link(text("members.handOver.stop"), commands::stopWaiting);
        stop.setId("members-hand-over-stop");
        page.setBanner(new Banner(Tone.ACCENT, Feather.KEY)
                .show(text("members.handOver.waiting", newOwner), text("members.handOver.waitingText"))
                .action(stop));
    }

    private java.time.Instant now() {
        return context.ticker().second().get();
    }

    private void showFigures(People people) {
        for (PeopleFilter filter : PeopleFilter.values()) {
            if (people == null || !people.known()) {
                tabs.setCountUnknown(filter);
            } else {
                tabs.setCount(filter, people.counts().get(filter));
            }
        }
        page.subtitleProperty()
                .set(
                        people == null || !people.known()
                                ? ""
                                : text(
                                        "members.figures",
                                        people.total(),
                                        people.accepted(),
                                        people.pending(),
                                        people.adminSeats()));
    }

    private void showPermissions() {
        inviteGuard
                .reasonProperty()
                .set(context.refusal(Action.INVITE_MEMBER, false).orElse(""));
        showPerson(table.currentProperty().get());
    }

    private void showPerson(PersonRow row) {
        panel.node().openProperty().set(row != null);
        if (row == null) {
            return;
        }
        model.look(row);
        panel.show(row, now(), () -> menu.undo(row), () -> menu.outbox(row));
        panel.fill(model.activityProperty().get(), now());
        showActions(row);
    }

    /** What is known beyond the row changes without it. */
    private void lookAgain(People people) {
        PersonRow row = table.currentProperty().get();
        if (row != null) {
            model.look(row);
        }
    }

    /** Who stands on a button with the keyboard keeps it as long as it means the same. */
    private void showActions(PersonRow row) {
        PersonAction action = row.isMember() ? PersonAction.EDIT_ROLE : PersonAction.RESEND;
        var fresh = new PanelActions(row.id(), action, menu.refusal(action, row).orElse(""));
        if (fresh.equals(actions)) {
            return;
        }
        actions = fresh;
        Supplier<PersonRow> current = table.currentProperty()::get;
        panel.actions(
                button(
                        "members-panel-message",
                        "members.menu.message",
                        Feather.MAIL,
                        () -> menu.message(List.of(current.get()))),
                panelAction(current, fresh),
                more(current));
    }

    private Node panelAction(Supplier<PersonRow> current, PanelActions actions) {
        PersonAction action = actions.action();
        Button button = button(
                "members-panel-" + action.id(),
                "members.menu." + action.id(),
                action == PersonAction.EDIT_ROLE ? Feather.SHIELD : Feather.SEND,
                () -> menu.run(action, List.of(current.get())));
        var guard = new Disabled(button);
        guard.reasonProperty().set(actions.refusal());
        return guard;
    }

    private Node more(Supplier<PersonRow> current) {
        var button = new IconButton(Feather.MORE_HORIZONTAL, text("members.menu.more"), () -> {}).inBar();
        button.setId("members-panel-more");
        button.setOnAction(event -> new ContextMenu(menu.items(current.get()).toArray(MenuItem[]::new))
                .show(button, javafx.geometry.Side.TOP, 0, 0));
        return button;
    }

    private Node bulkButton(PersonAction action, Feather icon) {
        Runnable run = () -> menu.run(action, table.selection().in(model.rows()));
        var button = action == PersonAction.REMOVE
                ? Buttons.danger(text("members.menu." + action.id()), icon, run)
                : Buttons.normal(text("members.menu." + action.id()), icon, run);
        button.setId("members-bulk-" + action.id());
        var guard = new Disabled(Buttons.inBar(button));
        Runnable look = () -> {
            var chosen = table.selection().in(model.rows());
            boolean fits = action == PersonAction.EDIT_ROLE || action == PersonAction.REMOVE
                    ? chosen.stream().anyMatch(PersonRow::isMember)
                    : chosen.stream().anyMatch(row -> !row.isMember());
            guard.setVisible(fits);
            guard.setManaged(fits);
            guard.reasonProperty().set(menu.fitting(action, chosen).refusal().orElse(""));
        };
        table.selection().revisionProperty().subscribe(ignored -> look.run());
        return guard;
    }

    private static Button button(String id, String key, Feather icon, Runnable run) {
        var button = Buttons.inBar(Buttons.normal(text(key), icon, run));
        button.setId(id);
        return button;
    }

    private MenuButton inviteButton() {
        var one = new MenuItem(text("members.invite.one"), Icons.of(Feather.USER_PLUS));
        one.setId("members-invite-one");
        one.setOnAction(event -> menu.inviteOne());
        var file = new MenuItem(text("members.invite.file"), Icons.of(Feather.FILE_TEXT));
        file.setId("members-invite-file");
        file.setOnAction(event -> menu.inviteFromFile());
        var button = new MenuButton(text("members.invite.people"), Icons.of(Feather.USER_PLUS), one, file);
        button.setId("members-invite");
        button.getStyleClass().add("accent");
        button.setMnemonicParsing(false);
        button.setMinWidth(USE_PREF_SIZE);
        return button;
    }

    /** All that the filter shows can be checked at once, said with the filter's word. */
    private void showSelectAll() {
        int shown = model.rows().size();
        boolean all = table.selection().sizeProperty().get() >= shown;
        selectAll.set(
                all
                        ? ""
                        : text(
                                "members.selectAll."
                                        + model.filterProperty().get().name().toLowerCase(java.util.Locale.ROOT),
                                Formats.current().number(shown)));
    }

    private static String text(String key, Object... arguments) {
        return Messages.text(key, arguments);
    }
}
