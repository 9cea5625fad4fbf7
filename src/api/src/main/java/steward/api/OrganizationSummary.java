package steward.api;

import java.util.List;
import java.util.UUID;

/**
 * An organization as the switcher shows it.
 *
 * @param logoVersion or null
 * @param figures null for a Member
 * @param admins who can give access (the Owner and up to four Admins), for a Member; else empty
 */
public record OrganizationSummary(
        UUID id,
        String slug,
        String name,
        String accentColor,
        Integer logoVersion,
        Role role,
        PlanId plan,
        OrganizationFigures figures,
        List<Contact> admins) {
    public OrganizationSummary {
        Check.present("id", id);
        Check.present("slug", slug);
        Check.present("name", name);
        Check.present("accentColor", accentColor);
        Check.present("role", role);
        Check.present("plan", plan);
        admins = List.copyOf(admins);
    }

    /**
     * Someone who can give access.
     */
    public record Contact(String name, String email, Role role) {
        public Contact {
            Check.present("name", name);
            Check.present("email", email);
            Check.present("role", role);
        }
    }
}
