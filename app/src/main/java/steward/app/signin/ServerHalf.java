package steward.app.signin;

import atlantafx.base.controls.CustomTextField;
import atlantafx.base.controls.PasswordTextField;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import steward.app.control.Avatar;
import steward.app.control.Buttons;
import steward.app.control.Facts;
import steward.app.control.IconButton;
import steward.app.control.Icons;
import steward.app.control.Labels;
import steward.app.control.Tone;
import steward.app.fx.FxThread;
import steward.app.i18n.Messages;
import steward.sync.Engine;
import steward.sync.Engine.KnownAccount;

/** The left half: accounts signed in before, or an address and a token. */
final class ServerHalf extends VBox {
    private static final double WIDTH = 480;

    private final SignInViewModel model;
    private final CustomTextField address = new CustomTextField();
    private final PasswordTextField token = new PasswordTextField();
    private final Label answer = Labels.styled("", "small-text", "medium");
    private final Label problem = Labels.styled("", "field-problem");
    private final Facts facts = new Facts(120);

    ServerHalf(SignInViewModel model) {
        super(4);
        this.model = model;
        build();
        bind();
    }

    private void build() {
        var title = Labels.styled(Messages.text("signin.server.title"), "sign-in-title");
        var words = Labels.paragraph(Messages.text("signin.server.text"));
        words.setMaxWidth(WIDTH);
        var known = known();
        address.setId("sign-in-address");
        address.setLeft(Icons.toned(Feather.SERVER, 16, Tone.MUTED));
        answer.setMinWidth(USE_PREF_SIZE);
        address.setRight(answer);
        address.setPromptText(Messages.text("signin.address.prompt"));
        address.setMaxWidth(WIDTH);
        facts.getStyleClass().add("boxed");
        facts.setMaxWidth(WIDTH);
        facts.setId("sign-in-facts");
        getChildren()
                .addAll(
                        title,
                        words,
                        known,
                        heading(Labels.medium(Messages.text("signin.address.label")), address, 20),
                        address,
                        fixed(),
                        problemOf(),
                        spaced(facts, 8),
                        heading(Labels.medium(Messages.text("signin.token.label")), token, 20),
                        token(),
                        place(),
                        spaced(remember(), 12),
                        spaced(actions(), 16),
                        failure(),
                        gap(),
                        note());
    }

    /** Beside a field nobody can write into stands why. */
    private Label fixed() {
        String reason = model.addressFixed();
        var words = Labels.secondary(reason);
        words.setId("sign-in-address-policy");
        words.setGraphic(Icons.toned(Feather.LOCK, 14, Tone.MUTED));
        words.setGraphicTextGap(6);
        show(words, !reason.isEmpty());
        address.setEditable(reason.isEmpty());
        address.setAccessibleHelp(reason.isEmpty() ? null : reason);
        return spaced(words, 4);
    }

    private Label problemOf() {
        problem.setId("sign-in-address-problem");
        problem.setWrapText(true);
        problem.setMaxWidth(WIDTH);
        problem.setMinHeight(Region.USE_PREF_SIZE);
        return problem;
    }

    private static Label heading(Label label, Node field, double above) {
        label.setLabelFor(field);
        return spaced(label, above);
    }

    private Node token() {
        token.setId("sign-in-token");
        token.setLeft(Icons.toned(Feather.KEY, 16, Tone.MUTED));
        token.setPromptText(Messages.text("signin.token.prompt"));
        token.setMaxWidth(WIDTH);
        var reveal = new IconButton(
                        Feather.EYE,
                        Messages.text("signin.token.reveal"),
                        () -> token.setRevealPassword(!token.getRevealPassword()))
                .flat()
                .inBar();
        reveal.setFocusTraversable(false);
        token.setRight(reveal);
        return token;
    }

    private HBox place() {
        var where = Labels.styled("", "small-text", "medium");
        where.setId("sign-in-token-place");
        var more = Labels.secondary("");
        var line = new HBox(8, Icons.toned(Feather.SHIELD, 14, Tone.SUCCESS), where, more);
        line.setAlignment(Pos.CENTER_LEFT);
        model.tokenPlaceProperty().subscribe(place -> {
            boolean memory = place == Engine.TokenPlace.MEMORY;
            where.setText(
                    place == null
                            ? Messages.text("signin.place.asking")
                            : Messages.text(memory ? "signin.place.memory" : "signin.place.keychain"));
            more.setText(
                    place == null
                            ? ""
                            : Messages.text(memory ? "signin.place.memoryText" : "signin.place.keychainText"));
            line.getChildren()
                    .set(
                            0,
                            Icons.toned(
                                    memory ? Feather.ALERT_TRIANGLE : Feather.SHIELD,
                                    14,
                                    memory ? Tone.WARNING : Tone.SUCCESS));
        });
        return line;
    }

    private HBox remember() {
        var box = new CheckBox(Messages.text("signin.remember.label"));
        box.setId("sign-in-remember");
        box.selectedProperty().bindBidirectional(model.rememberProperty());
        var why = Labels.secondary("");
        model.tokenPlaceProperty().subscribe(place -> {
            boolean memory = place == Engine.TokenPlace.MEMORY;
            box.setDisable(memory);
            why.setText(Messages.text(memory ? "signin.remember.cannot" : "signin.remember.text"));
        });
        var line = new HBox(8, box, why);
        line.setAlignment(Pos.CENTER_LEFT);
        return line;
    }

    private HBox actions() {
        Button signIn = Buttons.primary(Messages.text("signin.submit"), Feather.LOG_IN, model::signIn);
        signIn.setId("sign-in-submit");
        signIn.setDefaultButton(true);
        signIn.disableProperty().bind(model.canSignInProperty().not());
        var busy = Labels.secondary("");
        busy.setId("sign-in-busy");
        busy.textProperty().bind(model.busyProperty());
        var line = new HBox(12, signIn, Labels.keyCap(Messages.text("shell.key.enter")), busy);
        line.setAlignment(Pos.CENTER_LEFT);
        return line;
    }

    private Label failure() {
        var words = Labels.styled("", "field-problem");
        words.setId("sign-in-problem");
        words.setWrapText(true);
        words.setMaxWidth(WIDTH);
        words.setMinHeight(Region.USE_PREF_SIZE);
        words.textProperty().bind(model.problemProperty());
        showWhen(words, model.problemProperty().isNotEmpty());
        return spaced(words, 8);
    }

    private static Region gap() {
        var gap = new Region();
        VBox.setVgrow(gap, Priority.ALWAYS);
        return gap;
    }

    private static Label note() {
        var note = Labels.secondary(Messages.text("signin.server.moves"));
        note.setGraphic(Icons.toned(Feather.INFO, 14, Tone.MUTED));
        note.setGraphicTextGap(6);
        return note;
    }

    /** One line an account that was signed in here: open it, also without its server. */
    private VBox known() {
        var rows = new VBox();
        rows.getStyleClass().add("boxed");
        rows.setMaxWidth(WIDTH);
        var box = new VBox(4, Labels.medium(Messages.text("signin.known.label")), rows);
        spaced(box, 16);
        box.setId("sign-in-known");
        Runnable fill = () -> {
            rows.getChildren()
                    .setAll(model.accounts().stream()
                            .limit(4)
                            .map(this::account)
                            .toList());
            if (!rows.getChildren().isEmpty()) {
                rows.getChildren().getLast().getStyleClass().add("last");
            }
            box.setVisible(!model.accounts().isEmpty());
            box.setManaged(!model.accounts().isEmpty());
        };
        model.accounts().addListener((javafx.beans.InvalidationListener) change -> fill.run());
        fill.run();
        return box;
    }

    private HBox account(SignInViewModel.Known entry) {
        KnownAccount known = entry.account();
        var names = new VBox(
                2,
                Labels.medium(known.account().name()),
                Labels.secondary(
                        known.account().email() + ", " + known.serverInfo().name()));
        names.setAlignment(Pos.CENTER_LEFT);
        HBox.setHgrow(names, Priority.ALWAYS);
        Button open = Buttons.inBar(Buttons.normal(
                Messages.text(entry.opens() ? "signin.known.open" : "signin.known.signIn"),
                null,
                () -> model.resume(known)));
        open.setId("sign-in-resume-" + known.account().email());
        open.disableProperty().bind(model.busyProperty().isNotEmpty());
        var row = new HBox(12, new Avatar(28, known.account().name()), names, open);
        row.setAlignment(Pos.CENTER_LEFT);
        row.getStyleClass().add("boxed-row");
        row.setStyle("-fx-min-height: 48px");
        return row;
    }

    private void bind() {
        Node first = model.addressFixed().isEmpty() ? address : token;
        // Typing starts here, as soon as the scroll pane around has put it into the window.
        first.sceneProperty().subscribe(scene -> {
            if (scene != null) {
                FxThread.later(first::requestFocus);
            }
        });
        address.textProperty().bindBidirectional(model.addressProperty());
        token.textProperty().subscribe(text -> model.tokenProperty().set(token.getPassword()));
        model.tokenProperty().subscribe(text -> {
            if (text.isEmpty() && !token.getText().isEmpty()) {
                token.clear();
            }
        });
        address.setOnAction(event -> model.checkAddress());
        address.focusedProperty().subscribe((before, focused) -> {
            if (!focused) {
                model.checkAddress();
            }
        });
        model.checkProperty().subscribe(this::show);
    }

    private void show(AddressCheck check) {
        answer.setGraphic(null);
        answer.setText("");
        problem.setText("");
        facts.clear();
        answer.getStyleClass().removeAll("success", "danger");
        switch (check) {
            case AddressCheck.Empty ignored -> {}
            case AddressCheck.Asking ignored -> answer.setText(Messages.text("signin.address.asking"));
            case AddressCheck.Problem wrong -> problem.setText(wrong.words());
            case AddressCheck.Answers answers -> {
                answer.getStyleClass().add("success");
                answer.setText(Messages.text("signin.address.answers"));
                answer.setGraphic(Icons.toned(Feather.CHECK, 14, Tone.SUCCESS));
                describe(answers);
            }
        }
        show(problem, !problem.getText().isEmpty());
        show(facts, check instanceof AddressCheck.Answers);
    }

    private void describe(AddressCheck.Answers answers) {
        boolean secure = "https".equalsIgnoreCase(answers.server().getScheme());
        var way = Labels.body(Messages.text(secure ? "signin.fact.trusted" : "signin.fact.local"));
        way.setGraphic(Icons.toned(secure ? Feather.LOCK : Feather.MONITOR, 14, secure ? Tone.SUCCESS : Tone.MUTED));
        facts.add(
                Messages.text("signin.fact.server"),
                Messages.text(
                        "signin.fact.serverText",
                        answers.info().name(),
                        answers.info().version()));
        facts.add(Messages.text("signin.fact.connection"), way);
        facts.add(
                Messages.text("signin.fact.protocol"),
                Messages.text(
                        answers.fits() ? "signin.fact.fits" : "signin.fact.misfit",
                        answers.info().apiVersion()));
    }

    private static void showWhen(Node node, ObservableValue<Boolean> condition) {
        node.visibleProperty().bind(condition);
        node.managedProperty().bind(condition);
    }

    private static void show(Node node, boolean shown) {
        node.setVisible(shown);
        node.setManaged(shown);
    }

    private static <N extends Node> N spaced(N node, double above) {
        VBox.setMargin(node, new javafx.geometry.Insets(above, 0, 0, 0));
        return node;
    }
}
