/**
 * Throws damaged and invented tables at the readers for as long as asked: {@code ./test fuzz [SECONDS [SEED]]}. Owns the
 * inputs and what counts as a finding; refuses to know how anything is read.
 */
package steward.people.fuzz;
