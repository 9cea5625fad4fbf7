package steward.app.shell;

import java.util.List;
import java.util.UUID;
import javafx.scene.Node;

/** One tab, alive while its organization is open; built when first shown. On the FX thread. */
public interface Tab extends AutoCloseable {
    Node node();

    /** Selects an object, as somebody came here for it. */
    default void select(UUID object) {}

    default void shown() {}

    /** Charts pause here. */
    default void hidden() {}

    /** F5: beyond the pull of the organization, which the shell asks for itself. */
    default void refresh() {}

    /** What the palette offers and which keys work while this tab is shown; asked each time. */
    default List<Command> commands() {
        return List.of();
    }

    @Override
    void close();
}
