package steward.app.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import steward.app.i18n.Messages;

/** A result for people's eyes: the figures that are not zero, then the remarks. */
final class Summary {
    private Summary() {}

    static List<String> of(InviteResult result) {
        List<String> lines = new ArrayList<>();
        Figures figures = result.figures();
        if (figures.rows() > 0) {
            lines.add(Messages.text("cli.figure.rows", figures.rows()));
            lines.addAll(figures(figures));
        }
        lines.addAll(result.remarks());
        return lines;
    }

    private static List<String> figures(Figures figures) {
        return Stream.of(
                        line("cli.figure.ready", figures.ready()),
                        line("cli.figure.alreadyMember", figures.alreadyMember()),
                        line("cli.figure.alreadyInvited", figures.alreadyInvited()),
                        line("cli.figure.repeated", figures.repeated()),
                        line("cli.figure.skipped", figures.skipped()),
                        line("cli.figure.attention", figures.attention()),
                        line("cli.figure.notAllowed", figures.notAllowed()),
                        line("cli.figure.sent", figures.sent()),
                        line("cli.figure.nothingToDo", figures.nothingToDo()),
                        line("cli.figure.refused", figures.refused()),
                        line("cli.figure.waiting", figures.waiting()))
                .flatMap(List::stream)
                .toList();
    }

    private static List<String> line(String key, long count) {
        return count == 0 ? List.of() : List.of("  " + Messages.text(key, count));
    }
}
