package steward.app.shell;

import java.util.List;
import javafx.geometry.Side;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.CustomMenuItem;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.feather.Feather;
import steward.api.Account;
import steward.app.control.Icons;
import steward.app.control.Labels;
import steward.app.dialog.Acting;
import steward.app.dialog.Choice;
import steward.app.dialog.Dialogs;
import steward.app.dialog.Effect;
import steward.app.dialog.Question;
import steward.app.i18n.Messages;

/** The menu under the avatar: who one is, another account, settings, out. On the FX thread. */
final class AccountMenu {
    private final Account account;
    private final String server;
    private final AccountActions actions;
    private final Dialogs dialogs;
    private final Runnable settings;

    AccountMenu(Account account, String server, AccountActions actions, Dialogs dialogs, Runnable settings) {
        this.account = account;
        this.server = server;
        this.actions = actions;
        this.dialogs = dialogs;
        this.settings = settings;
    }

    void show(Node under) {
        var who =
                new VBox(2, Labels.strong(account.name()), Labels.secondary(account.email()), Labels.secondary(server));
        var head = new CustomMenuItem(who, false);
        head.setId("account-head");
        head.setDisable(false);
        var menu = new ContextMenu(
                head,
                new SeparatorMenuItem(),
                item("account-change", "shell.account.change", Feather.REPEAT, actions::changeAccount),
                item("account-settings", "shell.account.settings", Feather.SETTINGS, settings),
                new SeparatorMenuItem(),
                item("account-revoke", "shell.account.revoke", Feather.SLASH, this::askForget),
                item("account-sign-out", "shell.account.signOut", Feather.LOG_OUT, this::askSignOut));
        menu.setId("account-menu");
        menu.show(under, Side.BOTTOM, -180, 6);
    }

    private static MenuItem item(String id, String key, Ikon icon, Runnable run) {
        var item = new MenuItem(Messages.text(key), Icons.of(icon));
        item.setId(id);
        item.setOnAction(event -> run.run());
        return item;
    }

    void askSignOut() {
        dialogs.decide(Question.of(
                acting(),
                Messages.text("shell.signOut.title"),
                Messages.text("shell.signOut.sentence"),
                List.of(
                        Effect.of(Feather.KEY, Messages.text("shell.signOut.effect.token")),
                        Effect.of(Feather.HARD_DRIVE, Messages.text("shell.signOut.effect.data"))),
                Choice.cancel(Messages.text("shell.dialog.cancel")),
                Choice.primary("sign-out", Messages.text("shell.signOut.submit"), actions::signOut)));
    }

    private void askForget() {
        dialogs.decide(Question.of(
                acting(),
                Messages.text("shell.forget.title"),
                Messages.text("shell.forget.sentence"),
                List.of(
                        Effect.of(Feather.KEY, Messages.text("shell.forget.effect.token")),
                        Effect.of(Feather.HARD_DRIVE, Messages.text("shell.forget.effect.data")),
                        Effect.warning(Messages.text("shell.forget.effect.lost"))),
                Choice.cancel(Messages.text("shell.dialog.cancel")),
                Choice.destructive("revoke", Messages.text("shell.forget.submit"), actions::forget)));
    }

    private Acting acting() {
        return Acting.in(server, Messages.text("shell.account.as", account.name()));
    }
}
