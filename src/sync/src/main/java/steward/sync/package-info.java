/** To be filled. */
package steward.sync;
