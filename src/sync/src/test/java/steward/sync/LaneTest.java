package steward.sync;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import steward.api.Ids;

class LaneTest {

    private final Lane lane = new Lane(Ids.next(), new BackOff(Pace.NORMAL, new Random(1)), 500);

    @Test
    void growsSlowlyUpToTheLargestBatch() {
        lane.succeeded(200);
        assertThat(lane.batch()).isEqualTo(225);
        for (int i = 0; i < 20; i++) lane.succeeded(lane.batch());
        assertThat(lane.batch()).isEqualTo(500);
    }

    @Test
    void halvesDownToTheSmallestBatch() {
        lane.halve();
        assertThat(lane.batch()).isEqualTo(100);
        for (int i = 0; i < 5; i++) lane.halve();
        assertThat(lane.batch()).isEqualTo(25);
    }

    @Test
    void goesBackToItsBatchWhenTheCulpritIsFound() {
        lane.search(200);
        lane.search(100);
        assertThat(lane.batch()).isEqualTo(50);
        lane.searchEnded();
        assertThat(lane.batch()).isEqualTo(200);
    }

    /** A gateway's passing 400 must not leave 100,000 rows to be sent two by two. */
    @Test
    void looksNoFurtherWhenAllOfTheRefusedBatchWereAnswered() {
        lane.search(200);
        lane.succeeded(100);
        assertThat(lane.batch()).as("the culprit may be in the rest").isEqualTo(100);
        lane.succeeded(100);
        assertThat(lane.batch()).isEqualTo(225);
    }
}
