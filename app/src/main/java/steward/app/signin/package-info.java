/**
 * The first screen: a server and a token, an account signed in before, or the demo. Refuses to keep a token itself: it goes
 * to the engine, which puts it into the keychain.
 */
package steward.app.signin;
