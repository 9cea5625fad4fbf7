package steward.app.shell;

/** What the account's menu leads to; the composition knows how. On the FX thread. */
public interface AccountActions {
    /** Back to the sign-in screen; this account stays signed in. */
    void changeAccount();

    void signOut();

    /** Signs out and takes what was stored of the account off this computer. */
    void forget();
}
