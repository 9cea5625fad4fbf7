package steward.people;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import steward.api.Action;
import steward.api.EmailAddress;
import steward.api.Role;
import steward.people.Reason.Code;

/**
 * Gives every row its outcome, the first that fits of: skipped, needs attention, repeated, already a member, already
 * invited, not allowed, ready. Rows come in their order the first time; a changed row may come again. Keeps about 50
 * bytes a row. Not thread-safe.
 */
public final class Checker {
    /** The longest name and note an invitation takes. */
    public static final int LONGEST_NAME = 100;

    public static final int LONGEST_NOTE = 500;

    private final Lookup lookup;
    private final Policy policy;
    private final Domain.Advice advice;
    private final Repeats repeats = new Repeats();
    private final Tally.Counter counter = new Tally.Counter();

    public Checker(Lookup lookup, Policy policy) {
        this.lookup = lookup;
        this.policy = policy;
        this.advice = new Domain.Advice(policy.ownDomains(), policy.acceptedDomains());
    }

    /**
     * What a changed row became.
     *
     * @param affected the indices of other rows, in order, whose outcome may have changed with it: check these again
     */
    public record Recheck(CheckedRow row, List<Long> affected) {
        public Recheck {
            affected = List.copyOf(affected);
        }
    }

    /** Checks a row; one that was checked before takes the place of what it was. */
    public CheckedRow check(Row row) {
        int index = Math.toIntExact(row.index());
        CheckedRow checked = passedOver(row);
        if (checked == null) checked = looked(row, index);
        if (checked.outcome() == Outcome.SKIPPED || checked.outcome() == Outcome.ATTENTION) repeats.put(index, null);
        counter.count(index, checked.outcome(), checked.role());
        return checked;
    }

    /** Checks a row that somebody changed, and says which others to check again. */
    public Recheck recheck(Row changed) {
        int index = Math.toIntExact(changed.index());
        Set<Long> affected = new TreeSet<>();
        for (int other : repeats.others(index)) affected.add((long) other);
        CheckedRow checked = check(changed);
        for (int other : repeats.others(index)) affected.add((long) other);
        return new Recheck(checked, List.copyOf(affected));
    }

    public Tally tally() {
        return counter.tally();
    }

    private CheckedRow passedOver(Row row) {
        Skip skip = row.skip();
        if (skip == null || (skip.kind() == Skip.Kind.SUSPENDED && policy.includeSuspended())) return null;
        Code code =
                switch (skip.kind()) {
                    case SUSPENDED -> Code.SKIPPED_SUSPENDED;
                    case BOT -> Code.SKIPPED_BOT;
                    case EXAMPLE -> Code.SKIPPED_EXAMPLE;
                    case DONE -> Code.SKIPPED_DONE;
                };
        return new CheckedRow(row, Outcome.SKIPPED, Reason.of(code, skip.word()), null, null, null);
    }

    private CheckedRow looked(Row row, int index) {
        if (row.extraCells() > 0) {
            return attention(row, null, Reason.of(Code.TOO_MANY_CELLS, String.valueOf(row.extraCells())), null);
        }
        EmailAddress address;
        try {
            address = EmailAddress.parse(row.email());
        } catch (EmailAddress.MalformedException e) {
            return malformed(row, e.fault());
        }
        if (!row.accepted()) {
            // A domain may be the same without them, but what is sent should be what was seen.
            if (Texts.hidesSomething(row.email())) return hidden(row, address);
            Optional<Domain.Doubt> doubt = advice.on(address.domain());
            if (doubt.isPresent()) return doubtful(row, address, doubt.get());
        }
        return cells(row, address, index);
    }

    private CheckedRow cells(Row row, EmailAddress address, int index) {
        if (length(row.name()) > LONGEST_NAME) {
            return attention(row, address, Reason.of(Code.NAME_TOO_LONG, String.valueOf(LONGEST_NAME)), null);
        }
        if (length(row.note()) > LONGEST_NOTE) {
            return attention(row, address, Reason.of(Code.NOTE_TOO_LONG, String.valueOf(LONGEST_NOTE)), null);
        }
        Optional<Role> role = policy.roleForAll().or(() -> Words.role(row.roleWord()));
        if (role.isEmpty()) return attention(row, address, Reason.of(Code.UNKNOWN_ROLE, row.roleWord()), null);
        if (role.get() == Role.OWNER) {
            return attention(row, address, Reason.of(Code.OWNER_ROLE, row.roleWord()), null);
        }
        return decided(row, address, role.get(), index);
    }

    private static int length(String text) {
        return text.codePointCount(0, text.length());
    }

    private static CheckedRow malformed(Row row, EmailAddress.Fault fault) {
        String email = row.email();
        int several = AddressCell.count(email);
        if (several > 1) return attention(row, null, Reason.of(Code.SEVERAL_ADDRESSES, String.valueOf(several)), null);
        if (Texts.hidesSomething(email)) return hidden(row, null);
        Code code =
                switch (fault) {
                    case EMPTY -> Code.NO_ADDRESS;
                    case NO_AT -> Code.NO_AT;
                    case SEVERAL_AT -> Code.SEVERAL_AT;
                    case TOO_LONG -> Code.ADDRESS_TOO_LONG;
                    case BAD_LOCAL -> Code.BAD_LOCAL;
                    case BAD_DOMAIN -> Code.BAD_DOMAIN;
                };
        return attention(row, null, Reason.of(code), repaired(email));
    }

    private static CheckedRow hidden(Row row, EmailAddress address) {
        return attention(row, address, Reason.of(Code.HIDDEN_CHARACTERS), repaired(row.email()));
    }

    private static Fix repaired(String email) {
        return Repair.of(email).map(mended -> new Fix(mended, mended)).orElse(null);
    }

    private static CheckedRow doubtful(Row row, EmailAddress address, Domain.Doubt doubt) {
        String typed = address.text().substring(address.text().indexOf('@') + 1);
        Code code = doubt.lookalike() ? Code.DOMAIN_LOOKALIKE : Code.DOMAIN_TYPO;
        String mended = address.text().substring(0, address.text().indexOf('@') + 1) + doubt.meant();
        return attention(row, address, Reason.of(code, typed, doubt.meant()), new Fix(mended, doubt.meant()));
    }

    private static CheckedRow attention(Row row, EmailAddress address, Reason reason, Fix fix) {
        return new CheckedRow(row, Outcome.ATTENTION, reason, address, null, fix);
    }

    private CheckedRow decided(Row row, EmailAddress address, Role role, int index) {
        int first = repeats.put(index, address.normal());
        if (first != index) {
            Reason reason = Reason.of(Code.SAME_AS_ROW, String.valueOf(first + 1L));
            return new CheckedRow(row, Outcome.REPEATED, reason, address, role, null);
        }
        Optional<Lookup.Known> known = lookup.find(address);
        if (known.isPresent()) return known(row, address, role, known.get());
        boolean allowed = Action.inviting(role).allowedTo(policy.actor());
        return allowed
                ? new CheckedRow(row, Outcome.READY, Reason.of(Code.READY), address, role, null)
                : new CheckedRow(
                        row, Outcome.NOT_ALLOWED, Reason.of(Code.MAY_NOT_INVITE_AS, role.name()), address, role, null);
    }

    private static CheckedRow known(Row row, EmailAddress address, Role role, Lookup.Known known) {
        String since = known.since() == null ? "" : known.since().toString();
        String roleNow = known.role() == null ? "" : known.role().name();
        boolean member = known.state() == Lookup.Known.State.MEMBER;
        boolean other = known.role() != null && known.role() != role;
        Code invited = other ? Code.INVITED_WITH_OTHER_ROLE : Code.INVITED_SINCE;
        Reason reason = Reason.of(member ? Code.MEMBER_SINCE : invited, since, roleNow);
        Outcome outcome = member ? Outcome.ALREADY_MEMBER : Outcome.ALREADY_INVITED;
        return new CheckedRow(row, outcome, reason, address, role, null);
    }
}
