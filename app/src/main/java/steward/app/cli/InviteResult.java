package steward.app.cli;

import java.util.List;
import steward.api.Json;
import tools.jackson.databind.node.ObjectNode;

/**
 * How {@code invite} ended.
 *
 * @param error why it did not do what was asked, in a sentence, or null
 * @param remarks what a person should know besides, in words
 */
record InviteResult(int exitCode, Figures figures, String error, List<String> remarks) {

    static final int DONE = 0;
    static final int OWN_FAULT = 1;
    static final int NEEDS_PERSON = 2;
    static final int UNREADABLE = 3;
    static final int UNFINISHED = 4;
    static final int WRONG_USAGE = 64;

    InviteResult {
        remarks = List.copyOf(remarks);
    }

    static InviteResult failed(int exitCode, String error) {
        return failed(exitCode, Figures.NONE, error);
    }

    static InviteResult failed(int exitCode, Figures figures, String error) {
        return new InviteResult(exitCode, figures, error, List.of());
    }

    /** The one line of {@code --json}. */
    String line() {
        ObjectNode line = Json.mapper().valueToTree(figures);
        line.put("error", error);
        return Json.mapper().writeValueAsString(line);
    }

    String toReply() {
        return Json.mapper().writeValueAsString(this);
    }

    static InviteResult ofReply(String reply) {
        return Json.mapper().readValue(reply, InviteResult.class);
    }
}
