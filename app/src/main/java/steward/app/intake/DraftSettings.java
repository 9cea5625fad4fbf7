package steward.app.intake;

import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import steward.api.Role;
import steward.people.Choice;
import steward.people.Columns;
import steward.people.Policy;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * What was decided about a draft, as the store keeps it.
 *
 * @param path of the file, or null for pasted text
 * @param choice what was chosen about the reading
 * @param columns chosen columns, or null for the guessed ones
 * @param policy as far as a person decides it: role for all, suspended, accepted domains
 */
record DraftSettings(Path path, Choice choice, Columns columns, Policy policy) {

    JsonNode toJson() {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        if (path != null) {
            json.put("path", path.toString());
        }
        choice.charset().ifPresent(charset -> json.put("charset", charset.name()));
        choice.delimiter().ifPresent(delimiter -> json.put("delimiter", String.valueOf(delimiter)));
        choice.headerRow().ifPresent(row -> json.put("headerRow", row));
        choice.sheet().ifPresent(sheet -> json.put("sheet", sheet));
        if (columns != null) {
            ObjectNode chosen = json.putObject("columns");
            numbers(chosen, "email", columns.email());
            numbers(chosen, "name", columns.name());
            chosen.put("role", columns.role()).put("note", columns.note());
            var flags = chosen.putArray("flags");
            columns.flags().forEach(flag -> flags.addObject()
                    .put("column", flag.column())
                    .put("meaning", flag.meaning().name()));
        }
        policy.roleForAll().ifPresent(role -> json.put("roleForAll", role.name()));
        json.put("includeSuspended", policy.includeSuspended());
        var accepted = json.putArray("acceptedDomains");
        policy.acceptedDomains().forEach(accepted::add);
        return json;
    }

    /** @param actor the role one has now, which may not be the one the draft was made with */
    static DraftSettings of(JsonNode json, Role actor) {
        var choice = new Choice(
                text(json, "charset").filter(Charset::isSupported).map(Charset::forName),
                text(json, "delimiter").map(delimiter -> delimiter.charAt(0)),
                json.has("headerRow") ? Optional.of(json.get("headerRow").asInt()) : Optional.empty(),
                text(json, "sheet"));
        Policy policy = Policy.of(actor)
                .withRoleForAll(text(json, "roleForAll").map(Role::valueOf))
                .withSuspended(json.path("includeSuspended").asBoolean(false));
        for (JsonNode domain : json.path("acceptedDomains")) {
            policy = policy.accepting(domain.asString());
        }
        Columns columns = json.has("columns") ? columns(json.get("columns")) : null;
        return new DraftSettings(text(json, "path").map(Path::of).orElse(null), choice, columns, policy);
    }

    private static Columns columns(JsonNode json) {
        List<Columns.Flag> flags = new ArrayList<>();
        for (JsonNode flag : json.path("flags")) {
            flags.add(new Columns.Flag(
                    flag.get("column").asInt(),
                    Columns.Meaning.valueOf(flag.get("meaning").asString())));
        }
        return new Columns(
                numbers(json.path("email")),
                numbers(json.path("name")),
                json.path("role").asInt(Columns.NONE),
                json.path("note").asInt(Columns.NONE),
                flags);
    }

    private static void numbers(ObjectNode json, String name, List<Integer> numbers) {
        var array = json.putArray(name);
        numbers.forEach(array::add);
    }

    private static List<Integer> numbers(JsonNode json) {
        List<Integer> numbers = new ArrayList<>();
        json.forEach(number -> numbers.add(number.asInt()));
        return numbers;
    }

    private static Optional<String> text(JsonNode json, String name) {
        return json.hasNonNull(name) ? Optional.of(json.get(name).asString()) : Optional.empty();
    }
}
