package steward.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;
import steward.api.Role;

class DomainsTest {
    private static final Checker CHECKER = new Checker(Lookup.NOBODY, Policy.of(Role.OWNER));

    private static CheckedRow row(int index, String email) {
        Row row = new Row(new Place(index, index, index), Person.of(email, "", "", ""), null, 0, false);
        return CHECKER.check(row);
    }

    @Test
    void theMostFrequentStandFirstAndOnesOwnAreKnown() {
        Domains domains = new Domains(Set.of("haven.example"));
        for (int i = 0; i < 3; i++) domains.add(row(i, "p%d@haven.example".formatted(i)));
        domains.add(row(3, "a@bücher.example"));
        domains.add(row(4, "a@pаypal.example"));
        domains.add(row(5, "broken"));

        assertThat(domains.lines())
                .containsExactly(
                        new Domains.Line("haven.example", "haven.example", 3, true, false, false),
                        new Domains.Line("xn--bcher-kva.example", "bücher.example", 1, false, false, true),
                        new Domains.Line("xn--pypal-4ve.example", "pаypal.example", 1, false, true, true));
        assertThat(domains.outside()).isEqualTo(2);
    }

    @Test
    void aChangedRowMovesOn() {
        Domains domains = new Domains(Set.of());
        domains.add(row(0, "a@one.example"));
        domains.remove(row(0, "a@one.example"));
        domains.add(row(0, "a@two.example"));

        assertThat(domains.lines()).extracting(Domains.Line::domain).containsExactly("two.example");
    }

    @Test
    void memoryStaysBounded() {
        Domains domains = new Domains(Set.of());
        for (int i = 0; i < Domains.LISTED + 500; i++) domains.add(row(0, "a@d%d.example".formatted(i)));

        assertThat(domains.lines()).hasSize(Domains.LISTED);
        assertThat(domains.others()).isEqualTo(500);
        assertThat(domains.outside()).isEqualTo(Domains.LISTED + 500);
    }
}
