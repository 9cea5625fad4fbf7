/** To be filled. */
package steward.people;
