package steward.api;

/** Request for another role (changeRole). */
public record RoleChange(Role role) {
    public RoleChange {
        Check.present("role", role);
        if (role != Role.ADMIN && role != Role.MEMBER)
            throw new InvalidFieldException("role", "must be admin or member");
    }
}
