package steward.app.shell;

import java.util.UUID;
import java.util.function.BooleanSupplier;

/** Leads only while its organization is the one shown: what a closed tab still asks for is dropped. */
record ScopedNavigator(Navigator navigator, BooleanSupplier current) implements Navigator {
    @Override
    public void show(Place place) {
        if (current.getAsBoolean()) {
            navigator.show(place);
        }
    }

    @Override
    public void show(Place place, UUID object) {
        if (current.getAsBoolean()) {
            navigator.show(place, object);
        }
    }

    @Override
    public void openOrganization(UUID orgId) {
        if (current.getAsBoolean()) {
            navigator.openOrganization(orgId);
        }
    }

    @Override
    public void signInAgain() {
        if (current.getAsBoolean()) {
            navigator.signInAgain();
        }
    }
}
