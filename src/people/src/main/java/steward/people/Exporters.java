package steward.people;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import steward.people.Headings.Meaning;

/** Tells by its headings which system made a table. */
final class Exporters {

    private record Sign(Exporter exporter, Set<String> all, Set<String> any) {
        boolean on(Set<String> headings) {
            return headings.containsAll(all) && (any.isEmpty() || any.stream().anyMatch(headings::contains));
        }
    }

    /** Nobody keeps these by hand. */
    private static final Set<String> OTHERS = Set.of(
            "last login",
            "last login utc",
            "last login time",
            "last sign in",
            "last seen",
            "last active",
            "last activity",
            "last access",
            "last accessed",
            "2fa",
            "2fa enabled",
            "mfa",
            "mfa enabled",
            "two factor authentication",
            "two factor enabled",
            "membership source",
            "delete at",
            "email verified",
            "profile name",
            "created at",
            "updated at",
            "modified at",
            "date last modified",
            "when created",
            "sourced id",
            "external id",
            "uuid",
            "guid",
            "object guid",
            "letzte anmeldung",
            "letzter login",
            "derniere connexion",
            "ultimo acceso",
            "ultimo inicio de sesion",
            "ultimo acesso",
            "ultimo accesso",
            "laatst ingelogd",
            "ostatnie logowanie",
            Headings.normal("последний вход"),
            Headings.normal("最終ログイン"),
            Headings.normal("上次登录"),
            Headings.normal("最后登录"),
            Headings.normal("마지막 로그인"));

    /** When somebody was last there, however it is put. */
    private static final Pattern LAST = Pattern.compile(
            "^last (login|logon|log in|sign in|seen|active|activity|access|accessed|used|session|online)\\b");

    private static final int TEMPLATE_WIDTH = 12;

    /** The first that fits; what only a report of ours has stands first. */
    private static final List<Sign> SIGNS = List.of(
            new Sign(Exporter.REPORT, Set.of("steward outcome"), Set.of()),
            new Sign(Exporter.ENTRA_INVITE, Set.of("invitee email"), Set.of()),
            new Sign(Exporter.ENTRA_INVITE, Set.of("email address to invite"), Set.of()),
            new Sign(Exporter.ENTRA_CREATE, Set.of("user principal name"), Set.of("password profile")),
            new Sign(Exporter.MICROSOFT_365, Set.of("user principal name", "block credential"), Set.of()),
            new Sign(
                    Exporter.ENTRA_USERS,
                    Set.of("user principal name"),
                    Set.of(
                            "object id",
                            "account enabled",
                            "user type",
                            "creation type",
                            "identity issuer",
                            "directory synced",
                            "password profile")),
            new Sign(Exporter.MICROSOFT_365, Set.of("user principal name"), Set.of()),
            new Sign(
                    Exporter.MICROSOFT_365,
                    Set.of("display name"),
                    Set.of("block credential", "proxy addresses", "alternate email address")),
            new Sign(
                    Exporter.MICROSOFT_365,
                    Set.of("username", "display name"),
                    Set.of("office phone", "office number", "job title")),
            new Sign(
                    Exporter.MICROSOFT_365,
                    Set.of("user name", "display name"),
                    Set.of("office phone", "office number", "job title")),
            new Sign(Exporter.GOOGLE, Set.of("org unit path"), Set.of()),
            new Sign(
                    Exporter.GOOGLE,
                    Set.of("first name", "last name", "email address"),
                    Set.of("password hash function", "2sv enrolled", "new primary email", "last sign in")),
            new Sign(
                    Exporter.OKTA,
                    Set.of("login"),
                    Set.of(
                            "second email",
                            "honorific prefix",
                            "profile url",
                            "user type",
                            "nick name",
                            "okta user id",
                            "status changed")),
            new Sign(Exporter.OKTA, Set.of(), Set.of("okta id", "okta user id", "okta status", "okta username")),
            new Sign(Exporter.OKTA, Set.of("status changed"), Set.of("activated", "password changed", "last updated")),
            new Sign(Exporter.WEBEX, Set.of("user id email"), Set.of()),
            new Sign(
                    Exporter.WEBEX,
                    Set.of("display name"),
                    Set.of(
                            "webex meetings",
                            "webex calling",
                            "webex messaging",
                            "hybrid calendar exchange",
                            "webex meetings suite",
                            "webex advanced messaging",
                            "advanced messaging")),
            new Sign(Exporter.SLACK, Set.of(), Set.of("billing active", "has 2fa", "has sso")),
            new Sign(Exporter.SLACK, Set.of("username", "userid"), Set.of("displayname", "fullname", "display name")),
            new Sign(
                    Exporter.ATLASSIAN,
                    Set.of("user id", "user name"),
                    Set.of("user status", "org role", "group name", "group id", "added to org")),
            new Sign(
                    Exporter.ATLASSIAN,
                    Set.of(),
                    Set.of(
                            "last seen in jira",
                            "last seen in confluence",
                            "last seen in jira software",
                            "last seen in jira service management",
                            "atlassian id",
                            "atlassian account id",
                            "org role")),
            new Sign(Exporter.ATLASSIAN, Set.of("account id", "account status"), Set.of()),
            new Sign(Exporter.ATLASSIAN, Set.of("group name", "username", "full name", "email"), Set.of()),
            new Sign(Exporter.ZOOM, Set.of("email", "first name", "last name", "user group"), Set.of()),
            new Sign(
                    Exporter.ZOOM,
                    Set.of("user type"),
                    Set.of(
                            "im group",
                            "user group",
                            "department",
                            "dept",
                            "pmi",
                            "personal meeting id",
                            "licenses",
                            "large meeting",
                            "webinar",
                            "zoom rooms",
                            "group",
                            "last login",
                            "assigned licenses")),
            new Sign(
                    Exporter.ZOOM,
                    Set.of(),
                    Set.of(
                            "benutzertyp",
                            "nutzertyp",
                            "type d utilisateur",
                            "tipo de usuario",
                            "tipo utente",
                            "tipo de utilizador",
                            "gebruikerstype",
                            "anvandartyp",
                            "typ uzytkownika",
                            "тип пользователя",
                            Headings.normal("ユーザータイプ"),
                            Headings.normal("用户类型"),
                            Headings.normal("사용자 유형"))),
            new Sign(
                    Exporter.ZOOM,
                    Set.of(),
                    Set.of(
                            "im group",
                            "zoom phone",
                            "zoom one",
                            "zoom workplace",
                            "zoom meetings",
                            "zoom user id",
                            "zoom account number")),
            // Our own list of members, which says when they were last active.
            new Sign(Exporter.NONE, Set.of("email", "role", "state", "since", "last active", "invited by"), Set.of()),
            new Sign(Exporter.OTHER, Set.of(), OTHERS));

    private Exporters() {}

    static Exporter of(List<String> header) {
        Set<String> headings = Headings.all(header);
        return SIGNS.stream()
                .filter(sign -> sign.on(headings))
                .map(Sign::exporter)
                .findFirst()
                .orElseGet(() -> template(header) ? Exporter.MICROSOFT_365 : byAnyHeading(headings));
    }

    /** The template for several users, whatever the language of its headings: their order is always the same. */
    private static boolean template(List<String> header) {
        List<Meaning> first = header.stream().limit(4).map(Headings::meaning).toList();
        return header.size() >= TEMPLATE_WIDTH
                && first.get(0) == Meaning.LOGIN
                && first.get(1) == Meaning.GIVEN
                && (first.get(2) == Meaning.FAMILY || first.get(2) == Meaning.NAME)
                && first.get(3) == Meaning.FULL_NAME;
    }

    private static Exporter byAnyHeading(Set<String> headings) {
        if (headings.stream().anyMatch(heading -> LAST.matcher(heading).find())) return Exporter.OTHER;
        if (headings.stream().anyMatch(heading -> heading.startsWith("webex "))) return Exporter.WEBEX;
        if (headings.stream().anyMatch(heading -> heading.startsWith("zoom "))) return Exporter.ZOOM;
        if (headings.stream().anyMatch(heading -> heading.startsWith("okta "))) return Exporter.OKTA;
        if (headings.stream().anyMatch(heading -> heading.startsWith("slack "))) return Exporter.SLACK;
        return Exporter.NONE;
    }
}
