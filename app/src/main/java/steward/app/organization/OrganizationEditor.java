package steward.app.organization;

import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.IntegerBinding;
import javafx.beans.binding.StringBinding;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import steward.api.Json;
import steward.api.Organization;
import steward.app.i18n.Messages;
import tools.jackson.databind.node.ObjectNode;

/** The fields of the organization while they are edited, and the patch of those that differ. */
final class OrganizationEditor {

    private static final int LONGEST_NAME = 100;
    private static final int LONGEST_DESCRIPTION = 500;

    final StringProperty name = new SimpleStringProperty("");
    final StringProperty description = new SimpleStringProperty("");
    /** As {@code #rrggbb}. */
    final StringProperty accentColor = new SimpleStringProperty("");

    private final ReadOnlyObjectWrapper<Organization> organization = new ReadOnlyObjectWrapper<>();

    /** How many fields differ. */
    final IntegerBinding changes = Bindings.createIntegerBinding(
            () -> organization.get() == null ? 0 : patch().size(), organization, name, description, accentColor);

    /** What is wrong, in words; empty when all fits. */
    final StringBinding fault = Bindings.createStringBinding(() -> fault().orElse(""), organization, name, description);

    ReadOnlyObjectProperty<Organization> organization() {
        return organization.getReadOnlyProperty();
    }

    /** Starts over from what is in force. */
    void edit(Organization edited) {
        organization.set(null);
        if (edited == null) return;
        name.set(edited.name());
        description.set(edited.description());
        accentColor.set(edited.accentColor());
        organization.set(edited);
    }

    /** Only what differs, as {@code OrganizationPatch} of the contract. */
    ObjectNode patch() {
        Organization was = organization.get();
        ObjectNode patch = Json.mapper().createObjectNode();
        if (!was.name().equals(name.get().strip())) patch.put("name", name.get().strip());
        if (!was.description().equals(description.get())) patch.put("description", description.get());
        if (!was.accentColor().equalsIgnoreCase(accentColor.get())) patch.put("accentColor", accentColor.get());
        return patch;
    }

    private Optional<String> fault() {
        if (organization.get() == null) return Optional.empty();
        if (name.get().isBlank() || name.get().strip().length() > LONGEST_NAME) {
            return Optional.of(Messages.text("organization.name.fault"));
        }
        return description.get().length() > LONGEST_DESCRIPTION
                ? Optional.of(Messages.text("organization.description.fault"))
                : Optional.empty();
    }
}
