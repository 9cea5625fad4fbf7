/**
 * Recordings: made when a meeting's recording ends, processed, renamed, put in the bin, restored, purged, downloaded.
 *
 * <p>Owns the recording table. Refuses real video: the file is a small generated one.
 */
package steward.server.recording;
