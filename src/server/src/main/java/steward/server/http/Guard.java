package steward.server.http;

import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import steward.api.Account;
import steward.api.AccountKind;
import steward.api.Action;
import steward.api.ProblemType;
import steward.api.Role;
import steward.server.contract.Operation;

/** Holds operations against the permission matrix. */
final class Guard {
    /** Open to Members and the runtime account as far as their handler finds them to be the host. */
    private static final Set<String> HOST_MAY = Set.of("endMeeting");

    private Guard() {}

    static void check(Operation operation, Account account, Access access) {
        if (operation.guard().equals(Operation.ACCOUNT)) checkAccount(operation, account);
        if (access == null) return;
        if (operation.guard().equals(Operation.RUNTIME)) {
            if (access.role() == Role.SUPPORT) throw readOnly();
            return;
        }
        if (HOST_MAY.contains(operation.id()) && access.role() != Role.SUPPORT) return;
        operation.action().ifPresent(action -> check(action, access));
    }

    static void check(Action action, Access access) {
        if (access.runtime()) {
            throw ProblemException.of(
                    ProblemType.FORBIDDEN, "The meeting runtime only starts, fills and ends meetings.");
        }
        if (action.allowedTo(access.role())) return;
        if (access.role() == Role.SUPPORT) throw readOnly();
        throw ProblemException.of(ProblemType.FORBIDDEN, words(action, access.role()));
    }

    private static void checkAccount(Operation operation, Account account) {
        if (!operation.id().equals("createOrganization") || account.kind() == AccountKind.USER) return;
        if (account.kind() == AccountKind.SUPPORT) throw readOnly();
        throw ProblemException.of(ProblemType.FORBIDDEN, "The meeting runtime only starts, fills and ends meetings.");
    }

    private static ProblemException readOnly() {
        return ProblemException.of(
                ProblemType.READ_ONLY,
                "Support staff can read this organization but not change it. Ask its Owner or an Admin.");
    }

    private static String words(Action action, Role role) {
        if (action == Action.LEAVE) {
            return "An organization always has an Owner. Hand ownership to an Admin first, then leave.";
        }
        String allowed = Arrays.stream(Role.values())
                .filter(each -> each != Role.SUPPORT && action.allowedTo(each))
                .map(Guard::name)
                .collect(Collectors.joining(" or "));
        if (allowed.isEmpty()) return "Nobody can do this to the Owner. Ownership is handed over instead.";
        return "Your role in this organization is " + name(role) + "; this needs " + allowed + ".";
    }

    private static String name(Role role) {
        return role.name().charAt(0) + role.name().substring(1).toLowerCase(Locale.ROOT);
    }
}
