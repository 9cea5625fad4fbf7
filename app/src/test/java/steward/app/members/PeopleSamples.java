package steward.app.members;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import steward.api.AuditRecord;
import steward.api.Ids;
import steward.api.Invitation;
import steward.api.InvitationState;
import steward.api.Member;
import steward.api.Role;
import steward.app.testing.TestOrganization;

/** People for the tests of this package. */
final class PeopleSamples {
    static final Instant NOW = TestOrganization.NOW;
    private static final String[] NAMES = {
        "Ольга Иванова",
        "Łukasz Wiśniewski",
        "Siobhán Ní Bhriain",
        "Νίκος Παππάς",
        "佐藤 陽斗",
        "José d’Almeida",
        "Zoë O’Brien",
        "Kwame Mensah",
        "प्रिया नायर",
        "Anaïs Lefèvre",
        "فاطمة الزهراء",
        "Grace Østergård",
        "Nguyễn Thị Lan",
        "Thandiwe Nkosi"
    };

    private PeopleSamples() {}

    static Member member(String name, String email, Role role) {
        return new Member(
                Ids.next(),
                email,
                name,
                role,
                NOW.minus(Duration.ofDays(40)),
                "Åsa Lindqvist",
                NOW.minus(Duration.ofMinutes(12)),
                null,
                3);
    }

    static Invitation invitation(String email, InvitationState state, Instant sent) {
        return new Invitation(
                Ids.next(),
                email,
                Role.MEMBER,
                null,
                null,
                state,
                "Åsa Lindqvist",
                sent,
                sent,
                sent.plus(Duration.ofDays(7)),
                2);
    }

    /** The first is the Owner, every ninth an Admin; the same for the same number. */
    static List<Member> members(int count) {
        var random = new Random(count);
        List<Member> members = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            Role role = i == 0 ? Role.OWNER : i % 9 == 8 ? Role.ADMIN : Role.MEMBER;
            members.add(new Member(
                    Ids.next(),
                    "person" + i + "@haven.example",
                    NAMES[i % NAMES.length],
                    role,
                    NOW.minus(Duration.ofHours(7L * i + random.nextInt(6))),
                    "Åsa Lindqvist",
                    i % 5 == 4 ? null : NOW.minus(Duration.ofMinutes(random.nextInt(9_000))),
                    null,
                    1));
        }
        return members;
    }

    /** Of the log, by that actor. */
    static AuditRecord audit(String action, String actor, String name, UUID object, String objectName) {
        String type = action.substring(0, action.indexOf('.'));
        return new AuditRecord(
                Ids.next(), NOW, name, actor, null, action, type, object, objectName, null, null, "198.51.100.7");
    }
}
