package steward.sync;

/**
 * A checked answer.
 *
 * @param body null for 204
 * @param etag or null
 * @param changeSeq of the effect of a write, or null
 */
record Answer<T>(int status, T body, String etag, Long changeSeq, boolean replayed) {}
