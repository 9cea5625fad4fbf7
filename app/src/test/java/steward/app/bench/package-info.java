/**
 * The figures of {@code ./test bench}: each is measured against a baseline of the same run, in programs of their own. Owns
 * the baselines, which are as bare as they can be made; refuses to reach into the rooms beyond what their callers may.
 */
package steward.app.bench;
