package steward.app.dialog;

import atlantafx.base.theme.Styles;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.controlsfx.control.PrefixSelectionComboBox;
import steward.app.control.Labels;

/** Labeled fields under each other; what is wrong stands under the field it concerns. */
final class FormPane extends VBox {
    private record Entry(Field field, Control control, Supplier<String> value, Label problem) {}

    private final List<Entry> entries;

    FormPane(List<Field> fields) {
        super(12);
        entries = fields.stream().map(this::entry).toList();
        for (Entry entry : entries) {
            Label label = Labels.medium(entry.field().label());
            label.setLabelFor(entry.control());
            getChildren().add(new VBox(4, label, entry.control(), entry.problem()));
        }
    }

    /** Where typing starts. */
    Node first() {
        return entries.isEmpty() ? this : entries.getFirst().control();
    }

    /** The values by field id, or empty while one of them is wrong; the first wrong field then has the focus. */
    Optional<Map<String, String>> submit() {
        Map<String, String> values = new LinkedHashMap<>();
        Entry wrong = null;
        for (Entry entry : entries) {
            String value = entry.value().get();
            values.put(entry.field().id(), value);
            Optional<String> problem = entry.field().check().apply(value);
            show(entry, problem.orElse(""));
            wrong = wrong == null && problem.isPresent() ? entry : wrong;
        }
        if (wrong != null) {
            wrong.control().requestFocus();
            return Optional.empty();
        }
        return Optional.of(values);
    }

    private Entry entry(Field field) {
        Label problem = Labels.styled("", "field-problem");
        problem.setWrapText(true);
        problem.setVisible(false);
        problem.setManaged(false);
        problem.setId("dialog-problem-" + field.id());
        return switch (field.kind()) {
            case LINE -> typed(field, new TextField(field.initial()), problem);
            case SECRET -> typed(field, new PasswordField(), problem);
            case AREA -> {
                var area = new TextArea(field.initial());
                area.setWrapText(true);
                area.setPrefRowCount(3);
                yield typed(field, area, problem);
            }
            case CHOICE -> chosen(field, problem);
        };
    }

    private static Entry typed(Field field, TextInputControl input, Label problem) {
        input.setId("dialog-field-" + field.id());
        var entry = new Entry(field, input, input::getText, problem);
        input.textProperty().subscribe((before, after) -> show(entry, ""));
        return entry;
    }

    private static Entry chosen(Field field, Label problem) {
        var box = new PrefixSelectionComboBox<Field.Option>();
        box.setId("dialog-field-" + field.id());
        box.setMaxWidth(Double.MAX_VALUE);
        box.getItems().setAll(field.options());
        box.setConverter(new StringConverter<>() {
            @Override
            public String toString(Field.Option option) {
                return option == null ? "" : option.text();
            }

            @Override
            public Field.Option fromString(String text) {
                return null;
            }
        });
        field.options().stream()
                .filter(option -> option.value().equals(field.initial()))
                .findFirst()
                .ifPresent(box::setValue);
        return new Entry(
                field, box, () -> box.getValue() == null ? "" : box.getValue().value(), problem);
    }

    private static void show(Entry entry, String problem) {
        entry.problem().setText(problem);
        entry.problem().setVisible(!problem.isEmpty());
        entry.problem().setManaged(!problem.isEmpty());
        entry.control().pseudoClassStateChanged(Styles.STATE_DANGER, !problem.isEmpty());
    }
}
