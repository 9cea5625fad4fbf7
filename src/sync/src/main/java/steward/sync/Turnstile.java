package steward.sync;

/** What a call passes before it goes out, and reports to afterwards. Implementations are thread-safe. */
interface Turnstile {

    /** Lets everything through; for the calls that ask who a server is. */
    Turnstile OPEN = new Turnstile() {
        @Override
        public void pass() {}

        @Override
        public void answered(String epoch) {}

        @Override
        public void failed(SyncException failure, String token) {}
    };

    /** Throws a {@link SyncException} when nothing may be sent now. */
    void pass();

    /** @param epoch the server's, which is in every answer */
    void answered(String epoch);

    /** @param token by which it was called, or null */
    void failed(SyncException failure, String token);
}
