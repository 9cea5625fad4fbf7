/**
 * How it stands with this computer, its network, its keychain and what is kept on it, as a list of findings that can be
 * passed on. Looks only: nothing is changed, no toolkit is started, and no name or address of a person is told.
 */
package steward.app.doctor;
