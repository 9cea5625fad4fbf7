package steward.server.member;

import org.jdbi.v3.core.Handle;
import steward.api.Action;
import steward.api.Member;
import steward.api.Role;
import steward.api.RoleChange;
import steward.server.db.Tx;
import steward.server.http.Answer;
import steward.server.http.Call;
import steward.server.http.Handlers;
import steward.server.http.Routes;

/** Members: list, look at, change the role of, remove. */
public final class MemberRoutes implements Routes {
    private final Members members;

    public MemberRoutes(Members members) {
        this.members = members;
    }

    @Override
    public void register(Handlers on) {
        on.read("listMembers", (call, sql) -> Answer.ok(members.page(sql, call.orgId(), call.cursor(), call.limit())));
        on.read("getMember", (call, sql) -> answer(named(call, sql)));
        on.write("changeRole", this::changeRole);
        on.write("removeMember", this::remove);
    }

    private Answer changeRole(Call call, Tx tx) {
        Member before = named(call, tx.sql());
        if (before.role() == Role.OWNER) call.require(Action.MANAGE_OWNER);
        call.matches(before.version(), before);
        return answer(members.changeRole(
                tx, call.orgId(), before, call.body(RoleChange.class).role()));
    }

    private Answer remove(Call call, Tx tx) {
        Member before = named(call, tx.sql());
        call.require(Action.removing(before.role()));
        call.matches(before.version(), before);
        members.remove(tx, call.orgId(), before, "member.remove");
        return Answer.done();
    }

    private Member named(Call call, Handle sql) {
        return members.get(sql, call.orgId(), call.id("memberId"));
    }

    private static Answer answer(Member member) {
        return Answer.ok(member, member.version());
    }
}
