package steward.app.dialog;

import java.util.List;

/** A few fields to fill, under the organization they concern; {@code submit} names the action, {@code cancel} the way out. */
public record Prompt(Acting acting, String title, String sentence, List<Field> fields, String submit, String cancel) {
    public Prompt {
        fields = List.copyOf(fields);
    }
}
