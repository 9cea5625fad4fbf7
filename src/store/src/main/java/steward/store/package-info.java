/** To be filled. */
package steward.store;
