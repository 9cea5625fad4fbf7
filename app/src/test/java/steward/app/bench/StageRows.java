package steward.app.bench;

import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import steward.api.Ids;
import steward.api.Role;
import steward.people.CheckedRow;
import steward.people.Checker;
import steward.people.Lookup;
import steward.people.Outcome;
import steward.people.PeopleFile;
import steward.people.Policy;
import steward.store.AccountStore;
import steward.store.Request;

/** Reads a file, checks every row and stages it, as an import does; prints the seconds. */
final class StageRows {
    private StageRows() {}

    public static void main(String[] args) throws Exception {
        Path file = Path.of(args[0]);
        int expected = Integer.parseInt(args[2]);
        UUID orgId = Ids.next();
        try (AccountStore store = AccountStore.open(Path.of(args[1]), Ids.next(), InstantSource.system())) {
            long begin = System.nanoTime();
            List<Request.InvitePerson> ready = new ArrayList<>();
            Checker checker = new Checker(Lookup.NOBODY, Policy.of(Role.OWNER));
            try (PeopleFile people = PeopleFile.open(file)) {
                people.read(people.guess().settings(), row -> {
                    CheckedRow checked = checker.check(row);
                    if (checked.outcome() == Outcome.READY) ready.add(request(checked));
                });
            }
            store.outbox().stage(orgId, ready, Duration.ZERO, "people.csv");
            double seconds = (System.nanoTime() - begin) / 1e9;
            int staged = store.outbox().counts(orgId).queued();
            if (staged != expected) throw new IllegalStateException(staged + " rows staged");
            System.out.println(seconds);
        }
    }

    private static Request.InvitePerson request(CheckedRow checked) {
        return new Request.InvitePerson(
                Ids.next(),
                checked.address().text(),
                checked.role(),
                checked.row().name(),
                checked.row().note(),
                checked.row().number());
    }
}
