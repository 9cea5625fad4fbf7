package steward.server.account;

import java.util.UUID;
import steward.api.Items;
import steward.api.NewAccessToken;
import steward.server.contract.SchemaCheck;
import steward.server.db.Tx;
import steward.server.http.Answer;
import steward.server.http.Call;
import steward.server.http.Handlers;
import steward.server.http.ProblemException;
import steward.server.http.Routes;

/** The account of the token, and its tokens. */
public final class AccountRoutes implements Routes {
    private final Tokens tokens;

    public AccountRoutes(Tokens tokens) {
        this.tokens = tokens;
    }

    @Override
    public void register(Handlers on) {
        on.read("getMe", (call, _) -> Answer.ok(call.account()));
        on.read(
                "listTokens",
                (call, sql) -> Answer.ok(new Items<>(
                        tokens.list(sql, call.account().id(), call.caller().tokenId()))));
        on.write(
                "createToken",
                (call, tx) -> Answer.created(tokens.issue(
                        tx, call.account().id(), call.body(NewAccessToken.class).label())));
        on.write("revokeToken", this::revoke);
    }

    private Answer revoke(Call call, Tx tx) {
        String named = call.path("tokenId");
        UUID id;
        if (named.equals("current")) id = call.caller().tokenId();
        else if (SchemaCheck.isUuid(named)) id = UUID.fromString(named);
        else throw ProblemException.notFound();
        if (!tokens.revoke(tx, call.account().id(), id)) throw ProblemException.notFound();
        return Answer.done();
    }
}
