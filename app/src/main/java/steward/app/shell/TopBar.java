package steward.app.shell;

import atlantafx.base.controls.ToggleSwitch;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.DoubleBinding;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.kordamp.ikonli.feather.Feather;
import steward.app.control.Avatar;
import steward.app.control.IconButton;
import steward.app.control.Icons;
import steward.app.control.Labels;
import steward.app.control.OrganizationLogo;
import steward.app.control.Tone;
import steward.app.i18n.Messages;
import steward.app.theme.Theme;
import steward.sync.Connection;

/** The bar on top, 48 high: organization, search, work offline, theme, account. */
final class TopBar extends StackPane {
    /** What its controls lead to; {@code account} is given the control to open a menu under. */
    record Verbs(Runnable switcher, Runnable palette, java.util.function.Consumer<Node> account) {}

    private static final PseudoClass OPEN = PseudoClass.getPseudoClass("open");

    private final ShellViewModel shell;
    private final Logos logos;
    private final OrganizationLogo logo = new OrganizationLogo(28);
    private final Label name = Labels.strong("");
    private final StackPane role = new StackPane();
    private final Label plan = Labels.muted("");
    private final Button organization = new Button();
    private final ToggleSwitch offline = new ToggleSwitch();

    private final DoubleBinding searchWidth =
            Bindings.createDoubleBinding(() -> Math.min(400, getWidth() * 400 / 1280), widthProperty());

    TopBar(ShellViewModel shell, Logos logos, Theme theme, String accountName, Verbs verbs) {
        this.shell = shell;
        this.logos = logos;
        setId("top-bar");
        getStyleClass().add("top-bar");
        var search = search(verbs);
        var left = organization(verbs);
        var right = right(theme, accountName, verbs);
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        // The search stands in the middle of the window; in a small one it is smaller, as the name is to be read whole.
        var row = new HBox(16, left, gap, right);
        row.getStyleClass().add("top-row");
        row.setAlignment(Pos.CENTER_LEFT);
        row.setPickOnBounds(false);
        left.maxWidthProperty()
                .bind(widthProperty().subtract(searchWidth).divide(2).subtract(24));
        getChildren().addAll(search, row);
        bind();
    }

    private Button organization(Verbs verbs) {
        name.setMinWidth(60);
        name.setId("organization-name");
        plan.setMinWidth(0);
        role.setMinWidth(USE_PREF_SIZE);
        var line = new HBox(8, logo, name, role, plan, Icons.toned(Feather.CHEVRON_DOWN, 16, Tone.MUTED));
        line.setAlignment(Pos.CENTER_LEFT);
        organization.setGraphic(line);
        organization.setId("organization-button");
        organization.getStyleClass().setAll("organization-button");
        organization.setAccessibleText(Messages.text("shell.command.switch"));
        organization.setOnAction(event -> verbs.switcher().run());
        return organization;
    }

    private Button search(Verbs verbs) {
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        var line = new HBox(
                8,
                Icons.toned(Feather.SEARCH, 16, Tone.MUTED),
                Labels.muted(Messages.text("shell.search.prompt")),
                gap,
                Labels.keyCap(Keys.text(Keys.PALETTE)));
        line.setAlignment(Pos.CENTER_LEFT);
        line.prefWidthProperty().bind(searchWidth.subtract(20));
        var search = new Button(null, line);
        search.setId("palette-button");
        search.getStyleClass().setAll("search-button");
        search.setAccessibleText(Messages.text("shell.search.prompt"));
        search.setOnAction(event -> verbs.palette().run());
        return search;
    }

    private HBox right(Theme theme, String accountName, Verbs verbs) {
        offline.setId("work-offline");
        offline.setAccessibleText(Messages.text("shell.offline.label"));
        var word = Labels.muted(Messages.text("shell.offline.label"));
        word.setOnMouseClicked(event -> offline.setSelected(!offline.isSelected()));
        var switching = new HBox(8, Icons.toned(Feather.WIFI_OFF, 16, Tone.MUTED), word, offline);
        switching.setAlignment(Pos.CENTER);
        var mode = new IconButton(Feather.MOON, Messages.text("shell.theme.toggle"), theme::toggle).flat();
        mode.setId("theme-toggle");
        theme.darkProperty().subscribe(dark -> mode.setGraphic(Icons.of(dark ? Feather.SUN : Feather.MOON)));
        var account = new Button(null, new Avatar(28, accountName));
        account.setId("account-button");
        account.getStyleClass().setAll("account-button");
        account.setAccessibleText(Messages.text("shell.account.menu", accountName));
        account.setOnAction(event -> verbs.account().accept(account));
        var right = new HBox(12, switching, mode, account);
        right.setAlignment(Pos.CENTER_RIGHT);
        right.setMinWidth(USE_PREF_SIZE);
        return right;
    }

    private void bind() {
        shell.currentProperty().subscribe(this::show);
        shell.connectionProperty()
                .subscribe(stands -> offline.setSelected(stands.state() == Connection.State.OFFLINE_BY_CHOICE));
        offline.selectedProperty().subscribe(chosen -> {
            boolean now = shell.connectionProperty().get().state() == Connection.State.OFFLINE_BY_CHOICE;
            if (chosen != now) {
                shell.workOffline(chosen);
            }
        });
    }

    /** While the switcher is open under it. */
    void switching(boolean open) {
        organization.pseudoClassStateChanged(OPEN, open);
    }

    private void show(OrganizationRow row) {
        logo.setVisible(row != null);
        if (row == null) {
            name.setText(Messages.text("shell.organization.none"));
            role.getChildren().clear();
            plan.setText("");
            return;
        }
        logos.show(row.organization(), logo);
        name.setText(row.organization().name());
        role.getChildren().setAll(RoleWords.badge(row.role()));
        plan.setText(RoleWords.of(row.organization().plan()));
    }
}
