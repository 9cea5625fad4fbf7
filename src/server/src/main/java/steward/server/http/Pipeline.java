package steward.server.http;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import io.javalin.http.HttpResponseException;
import io.javalin.router.Endpoint;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import steward.api.Contract;
import steward.api.InvalidFieldException;
import steward.api.ProblemType;
import steward.server.Faults;
import steward.server.contract.ContractFile;
import steward.server.contract.Operation;
import steward.server.contract.SchemaCheck;
import steward.server.db.Database;

/** The way of every request from the socket to its handler and back. Thread-safe. */
public final class Pipeline {
    private static final Logger LOG = LoggerFactory.getLogger(Pipeline.class);
    private static final String LEAVING = "leaveOrganization";
    private static final String HANDING_OVER = "handOverOwnership";

    private final Database database;
    private final Callers callers;
    private final Faults faults;
    private final Consumer<Access> seen;
    private final RequestReader reader;
    private final KeyedWrite writes;
    private final Batch batches;
    private final RateLimit limit;

    /** @param seen is told of everybody who was let into an organization */
    public Pipeline(
            Database database,
            Callers callers,
            Faults faults,
            ContractFile contract,
            Replay replay,
            Consumer<Access> seen) {
        this.database = database;
        this.callers = callers;
        this.faults = faults;
        this.seen = seen;
        SchemaCheck check = new SchemaCheck(contract);
        this.reader = new RequestReader(check);
        this.writes = new KeyedWrite(database, check, replay);
        this.batches = new Batch(database, check, replay);
        this.limit = new RateLimit(database.clock());
    }

    /** Routes every operation that has a handler, and answers everything else with a problem. */
    public void install(RoutesConfig routes, ContractFile contract, Handlers handlers, String epoch) {
        routes.before(http -> http.header(Contract.SERVER_EPOCH, epoch));
        for (Operation operation : contract.operations()) {
            handlers.of(operation)
                    .ifPresent(handler -> routes.addEndpoint(new Endpoint(
                            HandlerType.findOrCreate(operation.method()),
                            operation.path(),
                            http -> serve(http, operation, handler))));
        }
        routes.exception(FaultGate.CutException.class, (_, http) -> FaultGate.cut(http));
        routes.exception(HttpResponseException.class, (e, http) -> Sender.refuse(http, e));
        routes.exception(Exception.class, (e, http) -> {
            LOG.error("request failed: {} {}", http.method(), http.path(), e);
            Sender.send(
                    http,
                    Answer.of(ProblemType.SERVER_FAULT.problem(
                            "Something went wrong on the server, and nothing was changed. Try again in a moment.")));
        });
    }

    private void serve(Context http, Operation operation, Handlers.Handler handler) {
        Faults.Request request = new Faults.Request(operation.method(), http.path(), operation.id());
        FaultGate gate = new FaultGate(http, faults.of(request).orElse(null));
        if (gate.before()) return;
        Answer answer;
        try {
            answer = answer(http, operation, handler, gate);
        } catch (ProblemException e) {
            answer = Answer.of(e.problem());
        } catch (InvalidFieldException e) {
            answer = Answer.of(KeyedWrite.invalid(e).problem());
        }
        if (answer == null) return;
        gate.after(Sender.bytes(answer));
        Sender.send(http, answer);
    }

    /** The answer, or null when a stream was served. */
    private Answer answer(Context http, Operation operation, Handlers.Handler handler, FaultGate gate) {
        Caller caller = admitted(caller(http, operation));
        Call.Parameters parameters = reader.parameters(http, operation);
        Call open = new Call(operation, caller, null, parameters, null);
        Call let = open;
        if (operation.ofOrganization()) {
            UUID orgId = open.id("orgId");
            Optional<Access> access = database.read(sql -> Access.of(sql, caller.account(), orgId));
            Optional<Answer> kept = keptOfLost(http, open, orgId, access);
            if (kept.isPresent()) return kept.get();
            let = open.with(access.orElseThrow(ProblemException::notFound));
        }
        Guard.check(operation, caller.account(), let.access());
        reader.check(let);
        if (let.access() != null) seen.accept(let.access());
        Call call = let.with(reader.body(http, operation));
        return switch (handler) {
            case Handlers.Handler.Reading reading ->
                database.read(sql -> {
                    Answer read = reading.run().answer(checked(call), sql);
                    gate.beforeCommit();
                    return read;
                });
            case Handlers.Handler.Writing writing -> writes.run(call, writing.run(), gate);
            case Handlers.Handler.Batching batching -> batches.run(call, batching.run(), gate);
            case Handlers.Handler.Streaming streaming -> {
                streaming.run().run(call, Sender.line(http));
                yield null;
            }
        };
    }

    /** Bodies of operations that change nothing; the others are checked where the refusal can be kept. */
    private Call checked(Call call) {
        if (call.json() != null) reader.checkBody(call);
        return call;
    }

    private Caller caller(Context http, Operation operation) {
        String header = http.header("Authorization");
        if (header == null && operation.guard().equals(Operation.PUBLIC)) return new Caller(null, null, http.ip());
        boolean bearer = header != null && header.regionMatches(true, 0, "Bearer ", 0, 7);
        Optional<Caller> found = bearer ? callers.of(header.substring(7).strip(), http.ip()) : Optional.empty();
        if (found.isEmpty() && operation.guard().equals(Operation.PUBLIC)) return new Caller(null, null, http.ip());
        return found.orElseThrow(() -> ProblemException.of(
                ProblemType.UNAUTHORIZED,
                header == null
                        ? "This needs a token. Sign in and send it as a bearer token."
                        : "The token is unknown or was revoked. Sign in again."));
    }

    private Caller admitted(Caller caller) {
        String who = caller.account() == null
                ? caller.address()
                : caller.account().id().toString();
        if (limit.admits(who)) return caller;
        throw ProblemException.of(
                ProblemType.TOO_MANY_REQUESTS, "Too many requests came at once. Wait a second and go on more slowly.");
    }

    /**
     * Leaving and handing over take the caller's own role away. Who repeats exactly that call after a lost answer is
     * told what it did, not that it may not do it; a kept key of this account with this content proves the call its own.
     */
    private Optional<Answer> keptOfLost(Context http, Call open, UUID orgId, Optional<Access> access) {
        boolean left = open.operation().id().equals(LEAVING) && access.isEmpty();
        boolean handedOver = open.operation().id().equals(HANDING_OVER) && access.isPresent();
        if (!left && !handedOver) return Optional.empty();
        String key = open.header(Contract.IDEMPOTENCY_KEY).orElse("");
        if (!SchemaCheck.isUuid(key)) return Optional.empty();
        Call call = handedOver ? open.with(reader.body(http, open.operation())) : open;
        return database.read(sql -> writes.kept(sql, call, orgId));
    }
}
