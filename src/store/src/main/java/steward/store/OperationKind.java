package steward.store;

/** What an operation does; one for each {@link Request}. */
public enum OperationKind {
    INVITE_PERSON,
    RESEND_INVITATION,
    CANCEL_INVITATION,
    CHANGE_ROLE,
    REMOVE_MEMBER,
    CREATE_ROOM,
    EDIT_ROOM,
    DELETE_ROOM,
    EDIT_ORGANIZATION,
    SET_LOGO,
    REMOVE_LOGO,
    RENAME_RECORDING,
    DELETE_RECORDING,
    RESTORE_RECORDING,
    CREATE_ORGANIZATION,
    LEAVE_ORGANIZATION
}
