/**
 * The gate between threads: work leaves the FX thread through {@link steward.app.fx.Background} and comes back through
 * {@link steward.app.fx.FxThread} and {@link steward.app.fx.Live}. Refuses domain types, controls and any I/O of its own.
 */
package steward.app.fx;
