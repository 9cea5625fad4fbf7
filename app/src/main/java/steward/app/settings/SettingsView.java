package steward.app.settings;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.controlsfx.control.PrefixSelectionComboBox;
import org.kordamp.ikonli.feather.Feather;
import steward.app.control.Buttons;
import steward.app.control.Facts;
import steward.app.control.Icons;
import steward.app.control.Labels;
import steward.app.control.Page;
import steward.app.control.Segmented;
import steward.app.control.Tone;
import steward.app.dialog.Acting;
import steward.app.dialog.Choice;
import steward.app.dialog.Dialogs;
import steward.app.dialog.Effect;
import steward.app.dialog.FilePick;
import steward.app.dialog.Question;
import steward.app.i18n.Messages;
import steward.app.theme.Theme;
import steward.sync.Network;

/** The settings of the program, in the shell and before signing in. */
public final class SettingsView {
    /** What the program says of itself. */
    public record About(String version, String dataFolder, String runtime) {}

    private final SettingsViewModel model;
    private final Dialogs dialogs;
    private final About about;
    private final Page page = new Page("settings", Messages.text("settings.title"));

    public SettingsView(SettingsViewModel model, Dialogs dialogs, About about) {
        this.model = model;
        this.dialogs = dialogs;
        this.about = about;
        build();
    }

    public Page page() {
        return page;
    }

    private void build() {
        var content = new VBox(24, appearance(), network(), demo(), about());
        content.setMaxWidth(640);
        var outcome = Labels.secondary("");
        outcome.setId("settings-outcome");
        outcome.textProperty().bind(model.outcomeProperty());
        content.getChildren().add(outcome);
        page.setPaddedContent(content);
    }

    private VBox appearance() {
        var theme = new Segmented<Theme.Mode>("settings-theme")
                .add(Theme.Mode.SYSTEM, Messages.text("settings.theme.system"))
                .add(Theme.Mode.LIGHT, Messages.text("settings.theme.light"), Feather.SUN)
                .add(Theme.Mode.DARK, Messages.text("settings.theme.dark"), Feather.MOON);
        theme.selectedProperty().bindBidirectional(model.themeProperty());
        var restart = Labels.secondary(Messages.text("settings.language.restart"));
        restart.setId("settings-restart");
        showWhen(restart, model.restartProperty());
        return group(
                "settings.appearance.title",
                row("settings.theme.label", theme),
                row("settings.language.label", new HBox(12, language(), restart)));
    }

    private ComboBox<String> language() {
        var box = new PrefixSelectionComboBox<String>();
        box.setId("settings-language");
        List<String> tags = Stream.concat(
                        Stream.of(""), Languages.existing().stream().map(Locale::toLanguageTag))
                .toList();
        box.getItems().setAll(tags);
        box.setConverter(new StringConverter<>() {
            @Override
            public String toString(String tag) {
                return tag == null || tag.isEmpty()
                        ? Messages.text("settings.language.system")
                        : Languages.name(Locale.forLanguageTag(tag));
            }

            @Override
            public String fromString(String text) {
                return null;
            }
        });
        box.setValue(
                model.languageProperty().get() == null
                        ? ""
                        : model.languageProperty().get());
        box.setPrefWidth(220);
        box.valueProperty().subscribe((before, tag) -> model.languageProperty().set(tag.isEmpty() ? null : tag));
        return box;
    }

    private VBox network() {
        var proxy = new Segmented<Network.Proxy>("settings-proxy")
                .add(Network.Proxy.SYSTEM, Messages.text("settings.proxy.system"))
                .add(Network.Proxy.NONE, Messages.text("settings.proxy.none"))
                .add(Network.Proxy.MANUAL, Messages.text("settings.proxy.manual"));
        proxy.selectedProperty().bindBidirectional(model.proxyProperty());
        ObservableValue<Boolean> manual = model.proxyProperty().map(Network.Proxy.MANUAL::equals);
        var apply = Buttons.primary(Messages.text("settings.network.apply"), null, model::applyNetwork);
        apply.setId("settings-apply");
        var server = row(
                "settings.host.label",
                new HBox(
                        8,
                        withProblem(field("settings-host", model.hostProperty(), 280), model.hostProblemProperty()),
                        withProblem(field("settings-port", model.portProperty(), 80), model.portProblemProperty())));
        var user = row("settings.user.label", field("settings-user", model.userProperty(), 280));
        var secret = new PasswordField();
        secret.setId("settings-password");
        secret.setPromptText(Messages.text("settings.password.prompt"));
        secret.textProperty().bindBidirectional(model.passwordProperty());
        secret.setPrefWidth(280);
        secret.setMaxWidth(280);
        var password = row("settings.password.label", secret);
        List.of(server, user, password).forEach(each -> showWhen(each, manual));
        server.setDisable(!model.proxyFixed().isEmpty());
        return group(
                "settings.network.title",
                row("settings.proxy.label", unlessFixed("settings-proxy-policy", proxy, model.proxyFixed())),
                server,
                user,
                password,
                row(
                        "settings.caFile.label",
                        unlessFixed(
                                "settings-ca-policy",
                                withProblem(caFile(), model.caProblemProperty()),
                                model.caFileFixed())),
                row("settings.network.none", apply));
    }

    /** A control that the policy disables, with its reason beside it in sight. */
    private static Node unlessFixed(String id, Node control, String reason) {
        if (reason.isEmpty()) {
            return control;
        }
        control.setDisable(true);
        control.setAccessibleHelp(reason);
        var words = Labels.secondary(reason);
        words.setId(id);
        words.setGraphic(Icons.toned(Feather.LOCK, 14, Tone.MUTED));
        words.setGraphicTextGap(6);
        return new VBox(6, control, words);
    }

    private HBox caFile() {
        var path = field("settings-ca", model.caFileProperty(), 280);
        path.setPromptText(Messages.text("settings.caFile.prompt"));
        var pick = new FilePick(
                Messages.text("settings.caFile.pick"),
                "",
                Messages.text("settings.caFile.kind"),
                List.of("*.pem", "*.crt", "*.cer"));
        var choose = Buttons.normal(
                Messages.text("settings.caFile.choose"),
                Feather.FOLDER,
                () -> dialogs.openFile(pick, file -> model.caFileProperty().set(file.toString())));
        choose.setId("settings-ca-choose");
        return new HBox(8, path, choose);
    }

    private VBox demo() {
        var remove = Buttons.danger(Messages.text("settings.demo.remove"), Feather.TRASH_2, this::askRemoval);
        remove.setId("settings-remove-demo");
        var none = Labels.muted(Messages.text("settings.demo.none"));
        showWhen(remove, model.demoDataProperty());
        showWhen(none, model.demoDataProperty().map(there -> !there));
        return group("settings.demo.title", row("settings.demo.label", centered(remove, none)));
    }

    private void askRemoval() {
        dialogs.decide(Question.of(
                Acting.in(Messages.text("settings.demo.acting"), Messages.text("settings.demo.as")),
                Messages.text("settings.demo.question"),
                Messages.text("settings.demo.sentence"),
                List.of(Effect.warning(Messages.text("settings.demo.effect"))),
                Choice.cancel(Messages.text("settings.demo.keep")),
                Choice.destructive("remove", Messages.text("settings.demo.submit"), model::removeDemoData)));
    }

    private VBox about() {
        var facts = new Facts(152)
                .add(Messages.text("settings.about.version"), about.version())
                .add(Messages.text("settings.about.data"), about.dataFolder())
                .add(Messages.text("settings.about.runtime"), about.runtime())
                .add(Messages.text("settings.about.license"), Messages.text("settings.about.licenseText"));
        var parts = Labels.paragraph(Messages.text("settings.about.parts"));
        parts.getStyleClass().add("settings-about");
        return group("settings.about.title", facts, parts);
    }

    private static VBox group(String titleKey, Node... rows) {
        var group = new VBox(12, Labels.strong(Messages.text(titleKey)));
        group.getStyleClass().add("settings-group");
        group.getChildren().addAll(rows);
        return group;
    }

    /** As high as a control, so that words alone stand level with the label before them. */
    private static HBox centered(Node... nodes) {
        var box = new HBox(nodes);
        box.setAlignment(Pos.CENTER_LEFT);
        box.setMinHeight(32);
        box.setMaxHeight(32);
        return box;
    }

    private static HBox row(String labelKey, Node control) {
        Label label = Labels.body(Messages.text(labelKey));
        label.setMinWidth(152);
        label.setPrefHeight(32);
        label.setLabelFor(control);
        var row = new HBox(label, control);
        row.setAlignment(Pos.TOP_LEFT);
        HBox.setHgrow(control, Priority.ALWAYS);
        return row;
    }

    private static TextField field(String id, javafx.beans.property.StringProperty value, double width) {
        var field = new TextField();
        field.setId(id);
        field.textProperty().bindBidirectional(value);
        field.setPrefWidth(width);
        field.setMaxWidth(width);
        return field;
    }

    private static VBox withProblem(Node control, ObservableValue<String> problem) {
        var words = Labels.styled("", "field-problem");
        words.textProperty().bind(problem);
        showWhen(words, problem.map(text -> !text.isEmpty()));
        return new VBox(4, control, words);
    }

    private static void showWhen(Node node, ObservableValue<Boolean> condition) {
        node.visibleProperty().bind(condition);
        node.managedProperty().bind(condition);
    }
}
