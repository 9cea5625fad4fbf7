package steward.people;

import java.net.IDN;
import java.util.EnumSet;
import java.util.Set;

/** What about a person's texts should be made visible. */
final class Marks {

    private Marks() {}

    static Set<Mark> of(Person person) {
        Set<Mark> marks = EnumSet.noneOf(Mark.class);
        int at = person.email().lastIndexOf('@');
        String domain = person.email().substring(at + 1);
        String address = person.email().substring(0, at + 1) + IDN.toUnicode(domain);
        if (Lookalikes.mixesScripts(address)) marks.add(Mark.ADDRESS_MIXES_SCRIPTS);
        if (Lookalikes.mixesScripts(person.name())) marks.add(Mark.NAME_MIXES_SCRIPTS);
        if (Texts.hidesSomething(person.email())) marks.add(Mark.ADDRESS_HIDES_CHARACTERS);
        if (Texts.hidesSomething(person.name())) marks.add(Mark.NAME_HIDES_CHARACTERS);
        return marks;
    }
}
