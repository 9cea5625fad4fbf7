package steward.app.organization;

import java.io.ByteArrayInputStream;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ColorPicker;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.image.Image;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.paint.Color;
import org.kordamp.ikonli.feather.Feather;
import steward.api.Organization;
import steward.app.control.Buttons;
import steward.app.control.Disabled;
import steward.app.control.Facts;
import steward.app.control.Labels;
import steward.app.control.OrganizationLogo;
import steward.app.control.Page;
import steward.app.dialog.Choice;
import steward.app.dialog.Effect;
import steward.app.dialog.FilePick;
import steward.app.dialog.Question;
import steward.app.i18n.Formats;
import steward.app.i18n.Messages;
import steward.app.shell.OrganizationContext;

/** Organization: its fields at the left, the logo at the right, leaving at the foot. */
final class OrganizationView extends StackPane {

    private static final int LOGO = 96;
    private static final int FIELDS_WIDTH = 560;

    private final OrganizationViewModel model;
    private final OrganizationContext context;
    private final OrganizationEditor editor;
    private final Page page = new Page("organization", text("organization.page.title"));
    private final OrganizationLogo logo = new OrganizationLogo(LOGO);
    private final ColorPicker color = new ColorPicker();

    OrganizationView(OrganizationViewModel model, OrganizationContext context) {
        this.model = model;
        this.context = context;
        editor = model.editor();
        build();
        bind();
    }

    private void build() {
        var leave = Buttons.danger(text("organization.leave.action"), Feather.LOG_OUT, this::askLeave);
        leave.setId("organization-leave");
        page.setActions(Disabled.when(model.leaveRefusalProperty(), leave));
        var columns = new HBox(48, fields(), logoBox());
        columns.setAlignment(Pos.TOP_LEFT);
        page.setPaddedContent(new VBox(columns), model.stateProperty());
        page.setFoot(footer());
        getChildren().setAll(page);
    }

    private Node fields() {
        var name = new TextField();
        name.setId("organization-name");
        name.textProperty().bindBidirectional(editor.name);
        var description = new TextArea();
        description.setId("organization-description");
        description.setPrefRowCount(4);
        description.setWrapText(true);
        description.textProperty().bindBidirectional(editor.description);
        color.setId("organization-color");
        var count = Labels.secondary("");
        count.textProperty()
                .bind(Bindings.createStringBinding(
                        () -> Messages.text(
                                "organization.description.count",
                                editor.description.get().length()),
                        editor.description));
        var fault = Labels.styled("", "field-fault");
        fault.setId("organization-fault");
        fault.textProperty().bind(editor.fault);
        fault.visibleProperty().bind(editor.fault.isNotEmpty());
        fault.managedProperty().bind(fault.visibleProperty());
        var facts = new Facts();
        editor.organization().subscribe(organization -> showFacts(facts, organization));
        var box = new VBox(
                16,
                field("organization.field.name", name),
                field("organization.field.description", new VBox(4, description, count)),
                field("organization.field.color", color),
                fault,
                facts);
        box.setPrefWidth(FIELDS_WIDTH);
        box.setMaxWidth(FIELDS_WIDTH);
        HBox.setHgrow(box, Priority.ALWAYS);
        box.disableProperty().bind(model.refusalProperty().isNotEmpty());
        return box;
    }

    private static Node field(String key, Node control) {
        var label = Labels.medium(text(key));
        label.setLabelFor(control);
        return new VBox(6, label, control);
    }

    private static void showFacts(Facts facts, Organization organization) {
        if (organization == null) return;
        facts.clear();
        facts.add(text("organization.fact.slug"), organization.slug());
        facts.add(text("organization.fact.created"), Formats.current().date(organization.createdAt()));
    }

    private Node logoBox() {
        var pick = Buttons.normal(text("organization.logo.pick"), Feather.UPLOAD, this::pickLogo);
        pick.setId("organization-logo-pick");
        var remove = Buttons.flat(text("organization.logo.remove"), Feather.TRASH_2, model::removeLogo);
        remove.setId("organization-logo-remove");
        var hint = Labels.paragraph(text("organization.logo.hint"));
        hint.getStyleClass().add("secondary");
        hint.setMaxWidth(240);
        var removing = Disabled.when(model.refusalProperty(), remove);
        removing.visibleProperty().bind(model.logoProperty().isNotNull());
        removing.managedProperty().bind(removing.visibleProperty());
        var buttons = new HBox(8, Disabled.when(model.refusalProperty(), pick), removing);
        return new VBox(12, Labels.medium(text("organization.field.logo")), logo, buttons, hint);
    }

    private Node footer() {
        var stage = Buttons.primary("", Feather.UPLOAD_CLOUD, model::stageEdits);
        stage.setId("organization-stage");
        stage.textProperty()
                .bind(Bindings.createStringBinding(
                        () -> Messages.text("organization.stage.action", editor.changes.get()), editor.changes));
        stage.disableProperty()
                .bind(Bindings.createBooleanBinding(
                        () -> !model.canStage(), editor.changes, editor.fault, model.refusalProperty()));
        var discard = Buttons.normal(text("organization.discard.action"), null, model::discardEdits);
        discard.setId("organization-discard");
        discard.disableProperty().bind(editor.changes.isEqualTo(0));
        var remark = Labels.explainWhenCut(Labels.muted(""));
        remark.setId("organization-remark");
        remark.textProperty()
                .bind(Bindings.createStringBinding(
                        () -> model.refusalProperty().get().isEmpty()
                                ? model.pendingProperty().get()
                                : model.refusalProperty().get(),
                        model.refusalProperty(),
                        model.pendingProperty()));
        return Page.footer(remark, discard, stage);
    }

    private void bind() {
        editor.accentColor.subscribe(value -> {
            if (value.matches("#[0-9a-fA-F]{6}")) color.setValue(Color.web(value));
            showLogo();
        });
        color.valueProperty().subscribe(value -> editor.accentColor.set(hex(value)));
        model.logoProperty().subscribe(this::showLogo);
        editor.name.subscribe(this::showLogo);
    }

    private static String hex(Color value) {
        return "#%02x%02x%02x"
                .formatted(
                        Math.round(value.getRed() * 255),
                        Math.round(value.getGreen() * 255),
                        Math.round(value.getBlue() * 255));
    }

    private void showLogo() {
        byte[] bytes = model.logoProperty().get();
        Image image =
                bytes == null ? null : new Image(new ByteArrayInputStream(bytes), LOGO * 2.0, LOGO * 2.0, true, true);
        logo.show(editor.name.get(), color.getValue(), image == null || image.isError() ? null : image);
    }

    private void pickLogo() {
        context.window()
                .dialogs()
                .openFile(
                        new FilePick(
                                text("organization.logo.pickTitle"),
                                "",
                                text("organization.logo.kind"),
                                List.of("*.png", "*.jpg", "*.jpeg")),
                        model::setLogo);
    }

    private void askLeave() {
        String name = context.organization().organization().name();
        context.window()
                .dialogs()
                .decide(Question.of(
                        context.acting(),
                        Messages.text("organization.leave.title", name),
                        text("organization.leave.sentence"),
                        List.of(
                                Effect.of(Feather.LOCK, text("organization.leave.access")),
                                Effect.warning(text("organization.leave.back"))),
                        Choice.cancel(text("organization.leave.stay")),
                        Choice.destructive("leave", text("organization.leave.confirm"), model::leave)));
    }

    private static String text(String key) {
        return Messages.text(key);
    }
}
