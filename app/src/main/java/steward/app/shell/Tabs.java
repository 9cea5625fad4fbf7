package steward.app.shell;

import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;

/** Which tab is built for which place; settings are of the program, not of an organization. */
public record Tabs(Map<Place, Function<OrganizationContext, Tab>> ofOrganization, Supplier<Tab> settings) {
    public Tabs {
        ofOrganization = Map.copyOf(ofOrganization);
    }
}
