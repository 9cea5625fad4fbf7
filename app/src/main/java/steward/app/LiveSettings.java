package steward.app;

import java.util.function.BooleanSupplier;
import steward.app.settings.Applying;
import steward.sync.Engine;
import steward.sync.Network;

/** Settings that hold at once. */
record LiveSettings(Engine engine, BooleanSupplier demoExists, Runnable removeDemo) implements Applying {
    @Override
    public void network(Network network) {
        engine.network(network);
    }

    @Override
    public void proxyPassword(String password) {
        engine.proxyPassword(password);
    }

    @Override
    public boolean hasDemoData() {
        return demoExists.getAsBoolean();
    }

    @Override
    public void removeDemoData() {
        removeDemo.run();
    }
}
