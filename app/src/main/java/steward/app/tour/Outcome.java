package steward.app.tour;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;

/**
 * A step as {@code tour.json} tells it.
 *
 * @param checked facts read back from the server
 * @param why what did not come about, or null
 */
record Outcome(
        String step,
        double seconds,
        List<String> checked,
        boolean ok,
        @JsonInclude(JsonInclude.Include.NON_NULL) String why) {
    Outcome {
        checked = List.copyOf(checked);
    }

    static Outcome failed(String step, String why) {
        return new Outcome(step, 0, List.of(), false, why);
    }
}
