/**
 * Reads any table of people (CSV in any dress, pasted text, .xlsx) and gives every row an outcome: {@link
 * steward.people.PeopleFile} reads, {@link steward.people.Checker} decides, {@link steward.people.Report} writes down.
 *
 * <p>Everything is streamed under limits; a password column is dropped while reading. Refuses the network, SQL, JavaFX
 * and words for people: reasons are codes with arguments. It knows members only by the {@link steward.people.Lookup}
 * handed in.
 */
package steward.people;
