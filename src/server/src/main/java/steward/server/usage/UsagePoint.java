package steward.server.usage;

import java.time.Instant;

/**
 * From this instant on, so many licenses are in use and owned.
 *
 * @param inUse or null: not known, the server was down
 */
record UsagePoint(Instant at, Integer inUse, int owned) {}
