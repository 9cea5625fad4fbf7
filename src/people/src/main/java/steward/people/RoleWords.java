package steward.people;

import java.util.Optional;
import java.util.Set;
import steward.api.Role;

/** The words for our roles in the languages people write them in. */
final class RoleWords {
    private static final Set<String> MEMBER = Set.of(
            "member",
            "members",
            "mitglied",
            "membre",
            "miembro",
            "membro",
            "lid",
            "medlem",
            "jasen",
            "czlonek",
            "clen",
            "tag",
            "membru",
            "uye",
            "участник",
            "член",
            "учасник",
            "μελος",
            "成员",
            "成員",
            "メンハー",
            "멤버",
            "구성원",
            "عضو",
            "חבר",
            "सदस्य",
            "anggota",
            "ahli",
            "thanh vien",
            "สมาชก");
    private static final Set<String> ADMIN = Set.of(
            "admin",
            "admins",
            "administrator",
            "administrateur",
            "administratrice",
            "administratorin",
            "administrador",
            "administradora",
            "amministratore",
            "amministratrice",
            "beheerder",
            "administrator in",
            "administratör",
            "administratorn",
            "administratøren",
            "yllapitaja",
            "spravce",
            "rendszergazda",
            "yonetici",
            "админ",
            "администратор",
            "адміністратор",
            "διαχειριστης",
            "管理员",
            "管理者",
            "管理員",
            "관리자",
            "مسؤول",
            "مدير",
            "מנהל",
            "व्यवस्थापक",
            "administrasi",
            "quan tri vien");
    private static final Set<String> OWNER = Set.of(
            "owner",
            "inhaber",
            "inhaberin",
            "eigentumer",
            "eigentumerin",
            "besitzer",
            "proprietaire",
            "propietario",
            "propietaria",
            "proprietario",
            "proprietaria",
            "eigenaar",
            "agare",
            "eier",
            "ejer",
            "omistaja",
            "wlasciciel",
            "vlastnik",
            "tulajdonos",
            "sahip",
            "владелец",
            "власник",
            "所有者",
            "オーナー",
            "소유자",
            "المالك",
            "בעלים");

    private RoleWords() {}

    static boolean known(String word) {
        return role(word).isPresent();
    }

    /** The role a word means; an empty cell means a member. */
    static Optional<Role> role(String word) {
        if (word.isEmpty()) return Optional.of(Role.MEMBER);
        String normal = Headings.normal(word);
        if (has(MEMBER, normal)) return Optional.of(Role.MEMBER);
        if (has(ADMIN, normal)) return Optional.of(Role.ADMIN);
        return has(OWNER, normal) ? Optional.of(Role.OWNER) : Optional.empty();
    }

    private static boolean has(Set<String> words, String normal) {
        return !normal.isEmpty() && words.contains(normal);
    }
}
