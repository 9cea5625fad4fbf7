package steward.sync.crash;

import java.util.List;
import java.util.stream.Stream;

/**
 * What is wrong after one or more sends; each entry says what.
 *
 * @param lost asked for, and without an effect, or without its mail
 * @param duplicated more effects or mails than were asked for
 * @param stuck neither done nor canceled
 * @param forgotten acknowledged, and not so after a kill
 * @param unclaimed sent more often than it was taken in flight
 * @param misreported done, and called something else
 */
record Verdict(
        List<String> lost,
        List<String> duplicated,
        List<String> stuck,
        List<String> forgotten,
        List<String> unclaimed,
        List<String> misreported) {

    static final Verdict CLEAN = new Verdict(List.of(), List.of(), List.of(), List.of(), List.of(), List.of());

    Verdict and(Verdict other) {
        return new Verdict(
                both(lost, other.lost),
                both(duplicated, other.duplicated),
                both(stuck, other.stuck),
                both(forgotten, other.forgotten),
                both(unclaimed, other.unclaimed),
                both(misreported, other.misreported));
    }

    private static List<String> both(List<String> one, List<String> other) {
        return Stream.concat(one.stream(), other.stream()).toList();
    }
}
