/** What the work store is worth when the power fails, the disk is full or it breaks: rigs, and their short forms. */
package steward.store.disk;
