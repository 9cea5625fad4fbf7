package steward.people;

import java.net.IDN;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A summary of the domains invitations would go to, to be looked at before sending. Counts ready rows; memory stays
 * bounded: beyond {@link #LISTED} domains the rest is only counted. Not thread-safe.
 */
public final class Domains {
    public static final int LISTED = 10_000;

    private final Set<String> own;
    private final Map<String, Long> counts = new HashMap<>();
    private long others;

    /** @param own the organization's own domains, in ASCII form */
    public Domains(Set<String> own) {
        this.own = Set.copyOf(own);
    }

    /**
     * One domain.
     *
     * @param shown in its own script
     * @param mixesScripts letters of several scripts within one word of it
     * @param otherScript not in Latin letters, or only partly
     */
    public record Line(
            String domain, String shown, long count, boolean own, boolean mixesScripts, boolean otherScript) {}

    public void add(CheckedRow row) {
        if (row.outcome() != Outcome.READY) return;
        String domain = row.address().domain();
        if (counts.containsKey(domain) || counts.size() < LISTED) {
            counts.merge(domain, 1L, Long::sum);
        } else {
            others++;
        }
    }

    /** Takes back what {@link #add} counted, when a row changes. */
    public void remove(CheckedRow row) {
        if (row.outcome() != Outcome.READY) return;
        String domain = row.address().domain();
        if (counts.computeIfPresent(domain, (d, n) -> n > 1 ? n - 1 : null) == null && others > 0) others--;
    }

    /** The most frequent first. */
    public List<Line> lines() {
        return counts.entrySet().stream()
                .map(entry -> line(entry.getKey(), entry.getValue()))
                .sorted(Comparator.comparingLong(Line::count).reversed().thenComparing(Line::domain))
                .toList();
    }

    /** Rows of domains that are not listed. */
    public long others() {
        return others;
    }

    /** Rows outside the organization's own domains. */
    public long outside() {
        long inside = own.stream()
                .mapToLong(domain -> counts.getOrDefault(domain, 0L))
                .sum();
        return counts.values().stream().mapToLong(Long::longValue).sum() + others - inside;
    }

    private Line line(String domain, long count) {
        String shown = IDN.toUnicode(domain);
        boolean foreign = shown.chars().anyMatch(c -> c >= 0x80);
        return new Line(domain, shown, count, own.contains(domain), Lookalikes.mixesScripts(shown), foreign);
    }
}
