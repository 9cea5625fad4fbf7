package steward.app.settings;

import javafx.scene.Node;
import steward.app.shell.Tab;

/** The settings as a tab of the shell. */
public final class SettingsTab implements Tab {
    private final SettingsView view;

    public SettingsTab(SettingsView view) {
        this.view = view;
    }

    @Override
    public Node node() {
        return view.page();
    }

    @Override
    public void close() {}
}
