package steward.app.shell;

import java.time.Clock;
import steward.app.fx.Background;
import steward.app.fx.Ticker;
import steward.app.theme.Theme;

/** What the whole program has once. */
public record Runtime(Background background, Ticker ticker, Clock clock, Theme theme) {}
