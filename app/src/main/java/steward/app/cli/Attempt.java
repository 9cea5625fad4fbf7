package steward.app.cli;

import java.io.UncheckedIOException;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.Supplier;
import java.util.function.ToIntFunction;
import java.util.logging.Level;
import java.util.logging.Logger;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import steward.app.i18n.Messages;
import steward.app.intake.ReasonWords;
import steward.app.shell.FailureWords;
import steward.app.signin.Demo.CannotStartException;
import steward.people.UnreadableFileException;
import steward.store.NewerStoreException;
import steward.store.StoreException;
import steward.sync.SyncException;

/** Turns whatever ends an attempt into a result: there is one on every way out. */
final class Attempt {
    private static final Logger LOG = Logger.getLogger(Attempt.class.getName());

    private Attempt() {}

    /** @param soFar the figures known when it ends early */
    static InviteResult of(Callable<InviteResult> work, Supplier<Figures> soFar) {
        var task = new FutureTask<>(work);
        task.run();
        try {
            return task.get();
        } catch (ExecutionException e) {
            return failed(e.getCause(), soFar.get());
        } catch (InterruptedException e) {
            return stopped(soFar.get());
        }
    }

    /** Of what answers by itself: its exit code, or that of what is told when it breaks; wrong usage goes on up. */
    static int orElse(Callable<Integer> work, ToIntFunction<InviteResult> told) {
        var task = new FutureTask<>(work);
        task.run();
        try {
            return task.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof ParameterException misuse) {
                throw misuse;
            }
            return told.applyAsInt(failed(e.getCause(), Figures.NONE));
        } catch (InterruptedException e) {
            return told.applyAsInt(stopped(Figures.NONE));
        }
    }

    private static InviteResult stopped(Figures soFar) {
        Thread.currentThread().interrupt();
        return InviteResult.failed(InviteResult.UNFINISHED, soFar, Messages.text("cli.end.stopped"));
    }

    private static InviteResult failed(Throwable failure, Figures soFar) {
        return switch (failure) {
            // thrown by what the command line ran
            case CommandLine.ExecutionException ran when ran.getCause() != null -> failed(ran.getCause(), soFar);
            case InviteException told -> InviteResult.failed(told.exitCode(), soFar, told.getMessage());
            case UnreadableFileException file ->
                InviteResult.failed(
                        InviteResult.UNREADABLE, Messages.text("cli.file.unreadable", ReasonWords.of(file)));
            case SyncException call -> InviteResult.failed(InviteResult.UNFINISHED, soFar, FailureWords.of(call));
            case CannotStartException demo
            when demo.isPassing() -> InviteResult.failed(InviteResult.UNFINISHED, soFar, demo.words());
            case CannotStartException demo -> own(demo, soFar, demo.words());
            case StoreException store -> own(store, soFar, FailureWords.of(store));
            case NewerStoreException newer -> own(newer, soFar, FailureWords.of(newer));
            case UncheckedIOException file -> own(file, soFar, FailureWords.of(file));
            default -> own(failure, soFar, Messages.text("cli.fault.text"));
        };
    }

    private static InviteResult own(Throwable failure, Figures soFar, String words) {
        LOG.log(Level.SEVERE, "unexpected on the command line", failure);
        return InviteResult.failed(InviteResult.OWN_FAULT, soFar, words);
    }
}
