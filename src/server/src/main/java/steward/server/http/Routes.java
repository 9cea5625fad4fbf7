package steward.server.http;

/** Registers the handlers of some operations of the contract. */
public interface Routes {
    void register(Handlers on);
}
