package steward.app.invitations;

import javafx.scene.control.Button;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import steward.app.control.Banner;
import steward.app.control.Buttons;
import steward.app.control.Tone;
import steward.app.i18n.Messages;
import steward.app.intake.ReasonWords;
import steward.people.CheckedRow;

/** Over the rows, while several of them want the same mending: does it to all of those at once. */
final class AlikeBanner extends VBox {
    private final CheckTable table;
    private final Banner banner = new Banner(Tone.WARNING, Feather.COPY);
    private final Button all = Buttons.inBar(Buttons.normal("", null, () -> {}));

    AlikeBanner(CheckTable table) {
        this.table = table;
        banner.setId("import-alike");
        all.setId("import-fix-all");
        banner.action(all);
        getChildren().add(banner);
        setMinHeight(USE_PREF_SIZE);
    }

    /** What does it. */
    Button button() {
        return all;
    }

    void show(Fixes fixes) {
        CheckedRow like = fixes.mostAlike().orElse(null);
        if (like == null && all.isFocused()) {
            table.focus();
        }
        setVisible(like != null);
        setManaged(like != null);
        if (like != null) {
            show(like, fixes.alike().of(like));
        }
    }

    private void show(CheckedRow like, int count) {
        switch (like.reason().code()) {
            case DOMAIN_TYPO, DOMAIN_LOOKALIKE -> {
                String domain = like.reason().args().getFirst();
                banner.show(Messages.text("invitations.alike.domain", count, domain), ReasonWords.of(like));
            }
            default -> banner.show(ReasonWords.of(like), Messages.text("invitations.alike.rows", count));
        }
        Mend mend = Mend.all(like, table).getFirst();
        all.setText(mend.words());
        all.setOnAction(event -> mend.run().run());
    }
}
