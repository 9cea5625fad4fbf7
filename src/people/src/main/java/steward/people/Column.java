package steward.people;

import java.util.List;

/**
 * A column one can choose.
 *
 * @param header its heading; empty when there is none
 * @param samples some cells; none for a secret column
 * @param secret holds passwords: its cells are never read
 */
public record Column(int index, String header, List<String> samples, boolean secret) {}
