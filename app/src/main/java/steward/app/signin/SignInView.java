package steward.app.signin;

import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ScrollPane;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import steward.app.control.Buttons;
import steward.app.control.IconButton;
import steward.app.control.Icons;
import steward.app.control.Labels;
import steward.app.control.Tone;
import steward.app.i18n.Formats;
import steward.app.i18n.Messages;
import steward.app.theme.Theme;
import steward.sync.Engine;

/** The first screen in two halves (picture 09): a server, or the demo. */
public final class SignInView extends BorderPane {
    private final SignInViewModel model;

    /** {@code settings} shows the program's settings instead of this screen. */
    public SignInView(SignInViewModel model, Theme theme, String version, Runnable settings) {
        this.model = model;
        setId("sign-in");
        getStyleClass().add("sign-in");
        var left = half(new ServerHalf(model), "sign-in-left");
        var right = half(new DemoHalf(model), "sign-in-right");
        HBox.setHgrow(left, Priority.ALWAYS);
        HBox.setHgrow(right, Priority.ALWAYS);
        setTop(top(theme, settings));
        setCenter(new HBox(left, right));
        setBottom(bottom(version));
    }

    private static ScrollPane half(VBox content, String styleClass) {
        content.getStyleClass().add(styleClass);
        var scroll = new ScrollPane(content);
        scroll.setFitToWidth(true);
        scroll.setFitToHeight(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.setPrefWidth(640);
        scroll.setMinWidth(0);
        return scroll;
    }

    private HBox top(Theme theme, Runnable settings) {
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        Button network = Buttons.flat(Messages.text("signin.settings"), Feather.SLIDERS, settings);
        network.setId("sign-in-settings");
        var mode = new IconButton(Feather.MOON, Messages.text("signin.theme"), theme::toggle).flat();
        mode.setId("sign-in-theme");
        theme.darkProperty().subscribe(dark -> mode.setGraphic(Icons.of(dark ? Feather.SUN : Feather.MOON)));
        var top = new HBox(8, brand(), Labels.strong(Messages.text("signin.brand")), gap, network, mode);
        top.setAlignment(Pos.CENTER_LEFT);
        top.getStyleClass().add("sign-in-top");
        return top;
    }

    private static ImageView brand() {
        var icon = SignInView.class.getResourceAsStream("/steward/app/icons/steward-64.png");
        var view = icon == null ? new ImageView() : new ImageView(new Image(icon));
        view.setFitWidth(28);
        view.setFitHeight(28);
        return view;
    }

    private HBox bottom(String version) {
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        var state = Labels.secondary(Messages.text("signin.status.out"));
        var dot = new Region();
        dot.getStyleClass().add("status-dot");
        state.setGraphic(dot);
        var keychain = Labels.secondary("");
        keychain.setGraphic(Icons.toned(Feather.SHIELD, 12, Tone.MUTED));
        model.tokenPlaceProperty()
                .subscribe(place -> keychain.setText(Messages.text(
                        switch (place) {
                            case null -> "signin.status.asking";
                            case Engine.TokenPlace.KEYCHAIN -> "signin.status.keychain";
                            case Engine.TokenPlace.MEMORY -> "signin.status.memory";
                        })));
        var bar = new HBox(
                20,
                state,
                keychain,
                gap,
                Labels.secondary(Messages.text("signin.status.version", version)),
                Labels.secondary(Messages.text(
                        "shell.status.zone", Formats.current().zone().getId())));
        bar.setAlignment(Pos.CENTER_LEFT);
        bar.getStyleClass().add("status-bar");
        return bar;
    }
}
