package steward.api;

import static steward.api.Role.ADMIN;
import static steward.api.Role.MEMBER;
import static steward.api.Role.OWNER;
import static steward.api.Role.SUPPORT;

import java.util.EnumSet;
import java.util.Set;

/**
 * The permission matrix (domain.md, Roles): the rows are actions, each with the roles that may do it. Server and client
 * both read it; openapi.yaml names a row for every operation in {@code x-action}.
 */
public enum Action {
    /** Name, logo, role and who can give access: all that a Member sees. */
    SEE_ORGANIZATION(OWNER, ADMIN, MEMBER, SUPPORT),
    /** Dashboard, members, all meetings, all recordings, billing, audit log. */
    OPEN_PANEL(OWNER, ADMIN, SUPPORT),
    /** Invite as Member; resend or cancel such an invitation. */
    INVITE_MEMBER(OWNER, ADMIN),
    REMOVE_MEMBER(OWNER, ADMIN),
    /** Invite as Admin; resend or cancel such an invitation. */
    INVITE_ADMIN(OWNER),
    /** Promote to Admin, demote or remove an Admin. */
    MANAGE_ADMIN(OWNER),
    /** Remove or demote the Owner: nobody. */
    MANAGE_OWNER(),
    MANAGE_ROOMS(OWNER, ADMIN),
    END_MEETING(OWNER, ADMIN),
    MANAGE_RECORDINGS(OWNER, ADMIN),
    /** See what a change would cost. */
    PREVIEW_BILLING(OWNER, ADMIN, SUPPORT),
    MANAGE_BILLING(OWNER, ADMIN),
    EDIT_ORGANIZATION(OWNER, ADMIN),
    /** Hand ownership to an Admin. */
    HAND_OVER(OWNER),
    START_MEETING(OWNER, ADMIN, MEMBER),
    /** Leave the organization; the Owner hands it over first. */
    LEAVE(ADMIN, MEMBER);

    private final Set<Role> roles;

    Action(Role... roles) {
        Set<Role> allowed = EnumSet.noneOf(Role.class);
        allowed.addAll(Set.of(roles));
        this.roles = Set.copyOf(allowed);
    }

    public boolean allowedTo(Role role) {
        return roles.contains(role);
    }

    /** The action of inviting somebody with a role, or of resending or canceling that invitation. */
    public static Action inviting(Role invited) {
        return invited == ADMIN ? INVITE_ADMIN : INVITE_MEMBER;
    }

    /** The action of removing a member who has a role. */
    public static Action removing(Role held) {
        return switch (held) {
            case OWNER -> MANAGE_OWNER;
            case ADMIN -> MANAGE_ADMIN;
            case MEMBER, SUPPORT -> REMOVE_MEMBER;
        };
    }
}
