package steward.app.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import steward.app.i18n.Messages;
import steward.app.intake.DraftImport;
import steward.app.intake.FileImport;
import steward.app.intake.ReasonWords;
import steward.app.intake.SendReport;
import steward.app.intake.SendRow;
import steward.app.intake.SendState;
import steward.app.shell.FailureWords;
import steward.people.CheckedRow;
import steward.people.Outcome;
import steward.people.Report;
import steward.people.UnreadableFileException;
import steward.store.Drafts.Draft;
import steward.store.Outbox;
import steward.sync.Session;
import steward.sync.SyncException;

/** One order on its way: read and checked, kept as a draft, staged, followed, reported. Blocking; for one thread. */
final class Errand {
    private final InviteOrder order;
    private final Access access;
    private final InstantSource clock;
    private final BooleanSupplier closing;
    private final Remarks remarks = new Remarks();
    private Figures figures = Figures.NONE;

    /** Where a file goes. */
    private record Way(FileImport file, Session session, DraftImport.Desk desk, Organizations.Found org) {}

    /** @param closing whether the program that carries it out is about to end */
    Errand(InviteOrder order, Access access, InstantSource clock, BooleanSupplier closing) {
        this.order = order;
        this.access = access;
        this.clock = clock;
        this.closing = closing;
    }

    Figures figures() {
        return figures;
    }

    InviteResult run(Optional<String> token) throws UnreadableFileException, IOException, InterruptedException {
        try (FileImport file = FileImport.open(order.path())) {
            if (order.report() == null) {
                return run(file, token, null);
            }
            try (ReportFile report = ReportFile.create(Path.of(order.report()))) {
                return run(file, token, report);
            }
        }
    }

    private InviteResult run(FileImport file, Optional<String> token, ReportFile report)
            throws UnreadableFileException, InterruptedException {
        Session session = access.open(token);
        Organizations.Found org = new Organizations(session).find(order.org());
        var desk = new DraftImport.Desk(session.store(), org.id(), org.role(), clock);
        remarks.says("cli.done.org", file.name(), org.name(), session.account().email());
        if (org.missed() != null) {
            remarks.says("cli.done.offline", FailureWords.of(org.missed()));
        }
        var way = new Way(file, session, desk, org);
        String error = order.dryRun() ? check(way, report) : order.send() ? send(way, report) : keep(way, report);
        if (report != null) {
            remarks.says("cli.done.report", order.report());
        }
        return new InviteResult(exitCode(error), figures, error, remarks.all());
    }

    private int exitCode(String error) {
        if (error != null) {
            return InviteResult.UNFINISHED;
        }
        return figures.needPerson() ? InviteResult.NEEDS_PERSON : InviteResult.DONE;
    }

    /** @return null: there is nothing that could be left unfinished */
    private String check(Way way, ReportFile report) throws UnreadableFileException {
        FileImport.Checked checked = way.file().check(way.desk(), rows(report));
        figures = Figures.of(checked.tally());
        remarks.says("cli.done.dryRun");
        return null;
    }

    /** @return null, as above */
    private String keep(Way way, ReportFile report) throws UnreadableFileException {
        FileImport.Kept kept = way.file().keep(way.desk(), rows(report));
        figures = Figures.of(kept.checked().tally());
        if (!forget(way, kept.draft())) {
            remarks.says("cli.done.kept", kept.draft().name());
        }
        return null;
    }

    private Consumer<CheckedRow> rows(ReportFile report) {
        return row -> {
            remarks.on(row);
            if (report != null) {
                report.write(Report.Line.of(row, ReasonWords.of(row)));
            }
        };
    }

    /** A draft that leads nowhere, with nothing in it to mend, is none. */
    private boolean forget(Way way, Draft draft) {
        boolean idle = draft.batchId() == null && figures.ready() == 0 && !figures.needPerson();
        if (idle) {
            way.desk().drafts().delete(draft.id());
        }
        return idle;
    }

    /** @return why not all is answered, or null */
    private String send(Way way, ReportFile report) throws UnreadableFileException, InterruptedException {
        FileImport.Kept kept = way.file().keep(way.desk(), remarks::on);
        figures = Figures.of(kept.checked().tally());
        Draft draft = figures.ready() > 0 ? way.file().stage(way.desk(), kept.draft()) : kept.draft();
        count(way, draft.batchId());
        Optional<String> unfinished = follow(way, draft.batchId(), kept);
        count(way, draft.batchId());
        if (figures.refused() > 0) {
            SendReport.sent(way.desk().store(), draft)
                    .filter(row -> row.state() == SendState.ATTENTION)
                    .forEach(remarks::on);
        }
        if (report != null) {
            SendReport.of(way.desk().store(), draft, report::write);
        }
        forget(way, draft);
        return unfinished.orElse(null);
    }

    /** Of a server that was not there a moment ago no answer is awaited, unless that was asked for. */
    private Optional<String> follow(Way way, UUID batchId, FileImport.Kept kept) throws InterruptedException {
        var outgoing = new Outgoing(way.session(), way.org().id(), order, clock, closing);
        var earlier = new ArrayDeque<>(kept.checked().earlier());
        boolean away = way.org().missed() instanceof SyncException.Unreachable && !order.waits();
        if (away && (batchId != null || !earlier.isEmpty())) {
            return Optional.of(FailureWords.of(way.org().missed()));
        }
        return outgoing.await(batchId, earlier);
    }

    private void count(Way way, UUID batchId) {
        if (batchId != null) {
            Outbox.Batch batch = way.desk().store().outbox().batchState(batchId).orElseThrow();
            figures = figures.with(batch);
        }
    }

    /** What a person should know besides the figures, in words; of many rows the first. */
    private static final class Remarks {
        private static final int MOST = 20;
        private final List<String> said = new ArrayList<>();
        private final List<String> rows = new ArrayList<>();
        private long more;

        void says(String key, Object... arguments) {
            said.add(Messages.text(key, arguments));
        }

        void on(CheckedRow row) {
            if (row.outcome() == Outcome.ATTENTION || row.outcome() == Outcome.NOT_ALLOWED) {
                on(row.row().number(), row.row().email(), ReasonWords.of(row));
            }
        }

        void on(SendRow row) {
            on(row.row(), row.email(), row.words());
        }

        private void on(long number, String email, String why) {
            if (rows.size() < MOST) {
                rows.add(
                        email.isBlank()
                                ? Messages.text("cli.done.row.unnamed", number, why)
                                : Messages.text("cli.done.row", number, email, why));
            } else {
                more++;
            }
        }

        List<String> all() {
            List<String> all = new ArrayList<>(rows);
            if (more > 0) {
                all.add(Messages.text("cli.done.more", more));
            }
            all.addAll(said);
            return all;
        }
    }
}
