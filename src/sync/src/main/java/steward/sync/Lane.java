package steward.sync;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import steward.sync.SendingState.Wait;

/** Where sending for one organization stands: batch size, waits, what is on its way. Thread-safe. */
final class Lane {

    private static final int FIRST_BATCH = 200;
    private static final int SMALLEST_BATCH = 25;
    private static final int GROWTH = 25;

    private final UUID orgId;
    private final BackOff backOff;
    private final int largestBatch;

    private int batch;
    /** What the batch goes back to when the culprit of a refused one is found; 0 when none is looked for. */
    private int beforeSearch;
    /** How many of the refused batch have not been answered since. */
    private int suspects;

    private Instant waitUntil;
    private Wait waitsFor;
    private Wait blocked;
    private int inFlight;
    private Thread courier;
    /** In flight by the store's word only: it is not written down yet that their fate is unknown. */
    private List<UUID> strays = List.of();

    private Instant startedAt;
    private long lastServed;

    Lane(UUID orgId, BackOff backOff, int largestBatch) {
        this.orgId = orgId;
        this.backOff = backOff;
        this.largestBatch = largestBatch;
        this.batch = Math.min(FIRST_BATCH, largestBatch);
    }

    UUID orgId() {
        return orgId;
    }

    synchronized int batch() {
        return batch;
    }

    synchronized boolean isReady(Instant now) {
        return startedAt == null && blocked == null && (waitUntil == null || !waitUntil.isAfter(now));
    }

    synchronized boolean isBusy() {
        return startedAt != null;
    }

    synchronized void begin(Instant now, long turn) {
        startedAt = now;
        lastServed = turn;
    }

    synchronized void carrying(int operations) {
        inFlight = operations;
        courier = Thread.currentThread();
    }

    synchronized void end() {
        startedAt = null;
        courier = null;
        inFlight = 0;
    }

    synchronized int inFlight() {
        return inFlight;
    }

    synchronized long lastServed() {
        return lastServed;
    }

    /** Interrupts a call that lasts longer than any may. */
    synchronized boolean interruptAfter(Duration longest, Instant now) {
        boolean stuck = courier != null && startedAt.plus(longest).isBefore(now);
        if (stuck) courier.interrupt();
        return stuck;
    }

    /** A whole call was answered: faults are over, batches grow slowly. A search ends when all of its batch were. */
    synchronized void succeeded(int operations) {
        suspects -= operations;
        if (suspects <= 0) searchEnded();
        backOff.clear();
        waitUntil = null;
        waitsFor = null;
        if (beforeSearch == 0) batch = Math.min(largestBatch, batch + GROWTH);
    }

    /** The server could not take so much at once. */
    synchronized void halve() {
        if (beforeSearch == 0) batch = Math.max(Math.min(SMALLEST_BATCH, largestBatch), batch / 2);
    }

    /** @return false when smaller than a batch of this size is not to be had that way */
    synchronized boolean halved(int size) {
        batch = Math.min(batch, size);
        halve();
        return batch < size;
    }

    /** Something in a batch of this size is not understood: halves until it stands alone. */
    synchronized void search(int size) {
        if (beforeSearch == 0) {
            beforeSearch = batch;
            suspects = size;
        }
        batch = Math.max(1, size / 2);
    }

    /** The culprit was found, or there is none: it was a passing fault. */
    synchronized void searchEnded() {
        if (beforeSearch > 0) batch = beforeSearch;
        beforeSearch = 0;
        suspects = 0;
    }

    /** @return when it goes on */
    synchronized Instant backOff(Instant now) {
        return pause(Wait.BACK_OFF, now.plus(backOff.next()));
    }

    synchronized Instant serverAsked(Instant until) {
        return pause(Wait.SERVER_ASKED, until);
    }

    /** Ends a wait after faults; one the server asked for goes on. */
    synchronized void clearBackOff() {
        backOff.clear();
        if (waitsFor == Wait.BACK_OFF) {
            waitUntil = null;
            waitsFor = null;
        }
    }

    /** The clock was turned back. */
    synchronized void bringForward(Duration by) {
        if (waitUntil != null) waitUntil = waitUntil.minus(by);
    }

    /** What is in flight goes back in the queue at the next turn, after a wait. */
    synchronized void interrupted(List<UUID> inFlight, Wait why, Instant now) {
        List<UUID> all = new ArrayList<>(strays);
        all.addAll(inFlight);
        strays = all;
        pause(why, now.plus(backOff.next()));
    }

    /** To be put back in the queue before anything else. */
    synchronized List<UUID> strays() {
        return strays;
    }

    synchronized void gathered() {
        strays = List.of();
    }

    /** Until a person acts. */
    synchronized void block(Wait why) {
        blocked = why;
    }

    synchronized void unblock() {
        blocked = null;
        clearBackOff();
    }

    /** Why a person must act, or null. */
    synchronized Wait blocked() {
        return blocked;
    }

    /** What is waited for now, or null. */
    synchronized Wait waitsFor(Instant now) {
        return waitUntil != null && waitUntil.isAfter(now) ? waitsFor : null;
    }

    /** When it goes on, or null. */
    synchronized Instant waitUntil() {
        return waitUntil;
    }

    private Instant pause(Wait why, Instant until) {
        waitsFor = why;
        waitUntil = until;
        return until;
    }
}
