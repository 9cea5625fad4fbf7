package steward.app.settings;

import steward.sync.Network;

/** What a changed setting does beyond being kept; blocking, called in the background. */
public interface Applying {
    /** @throws steward.sync.SyncException when its CA file cannot be read */
    void network(Network network);

    /** Into the keychain; empty removes it. */
    void proxyPassword(String password);

    /** Whether there is demo data to remove. */
    boolean hasDemoData();

    /** Stops the demo server and deletes its data; what this computer keeps of it stays with its account. */
    void removeDemoData();
}
