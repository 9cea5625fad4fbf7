/** To be filled. */
package steward.server;
