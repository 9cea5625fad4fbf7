package steward.server;

import steward.server.change.Audit;
import steward.server.change.Changes;
import steward.server.change.Events;
import steward.server.db.Database;

/** What every part is built from; all of it is thread-safe. */
public record Platform(
        ServerOptions options, MovableClock clock, Database database, Changes changes, Events events, Audit audit) {}
