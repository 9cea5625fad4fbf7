package steward.server.organization;

import java.util.UUID;
import org.jdbi.v3.core.Handle;
import steward.api.HandOver;
import steward.api.Json;
import steward.api.LogoUpload;
import steward.api.Member;
import steward.api.NewOrganization;
import steward.api.Organization;
import steward.server.Platform;
import steward.server.db.Tx;
import steward.server.http.Answer;
import steward.server.http.Call;
import steward.server.http.Handlers;
import steward.server.http.ProblemException;
import steward.server.http.Routes;
import steward.server.member.Members;

/** Organizations: list, make, edit, logo, leave, hand over, audit log. */
public final class OrganizationRoutes implements Routes {
    private final Platform platform;
    private final Organizations organizations;
    private final Members members;

    public OrganizationRoutes(Platform platform, Organizations organizations, Members members) {
        this.platform = platform;
        this.organizations = organizations;
        this.members = members;
    }

    @Override
    public void register(Handlers on) {
        on.read("listOrganizations", this::list);
        on.write("createOrganization", (call, tx) -> {
            Organization made = organizations.create(tx, call.body(NewOrganization.class), call.account());
            return Answer.created(made, made.version());
        });
        on.read("getOrganization", (call, sql) -> answer(organizations.get(sql, call.orgId())));
        on.write("editOrganization", this::edit);
        on.read(
                "getLogo",
                (call, sql) -> Answer.bytes(
                        "image/png", organizations.logo(sql, call.orgId()).orElseThrow(ProblemException::notFound)));
        on.write(
                "setLogo",
                (call, tx) -> answer(organizations.setLogo(
                        tx,
                        call.orgId(),
                        Logo.reencode(call.body(LogoUpload.class).image()))));
        on.write("removeLogo", (call, tx) -> answer(organizations.removeLogo(tx, call.orgId())));
        on.write("leaveOrganization", this::leave);
        on.write("handOverOwnership", this::handOver);
        on.read("listAudit", (call, sql) -> Answer.ok(AuditLog.page(sql, call)));
    }

    private Answer list(Call call, Handle sql) {
        return Answer.ok(Summaries.page(
                sql, call.account(), Json.millis(platform.clock().instant()), call.cursor(), call.limit()));
    }

    private Answer edit(Call call, Tx tx) {
        Organization before = organizations.get(tx.sql(), call.orgId());
        call.matches(before.version(), before);
        return answer(organizations.edit(tx, before, call.json()));
    }

    private Answer leave(Call call, Tx tx) {
        UUID self = call.access().memberId();
        members.remove(tx, call.orgId(), members.get(tx.sql(), call.orgId(), self), "member.leave");
        return Answer.done();
    }

    private Answer handOver(Call call, Tx tx) {
        UUID to = call.body(HandOver.class).memberId();
        Member owner = members.get(tx.sql(), call.orgId(), call.access().memberId());
        Member heir = members.handOver(tx, call.orgId(), owner, members.get(tx.sql(), call.orgId(), to));
        return Answer.ok(heir, heir.version());
    }

    private static Answer answer(Organization organization) {
        return Answer.ok(organization, organization.version());
    }
}
