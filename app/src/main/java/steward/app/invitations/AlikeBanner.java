package steward.app.invitations;

import java.util.List;
import org.kordamp.ikonli.feather.Feather;
import steward.app.control.Banner;
import steward.app.control.Buttons;
import steward.app.control.Tone;
import steward.app.i18n.Messages;
import steward.app.intake.ReasonWords;
import steward.people.CheckedRow;
import steward.people.Reason;

/** Over the rows, while several of them want the same mending: does it to all of those at once. */
final class AlikeBanner extends javafx.scene.layout.VBox {
    private final CheckTable table;
    private final Banner banner = new Banner(Tone.WARNING, Feather.COPY);

    AlikeBanner(CheckTable table) {
        this.table = table;
        banner.setId("import-alike");
        getChildren().add(banner);
        setMinHeight(USE_PREF_SIZE);
    }

    void show(Fixes fixes) {
        CheckedRow like = fixes.mostAlike().orElse(null);
        setVisible(like != null);
        setManaged(like != null);
        if (like != null) {
            show(like, fixes.alike().of(like));
        }
    }

    private void show(CheckedRow like, int count) {
        Reason reason = like.reason();
        switch (reason.code()) {
            case DOMAIN_TYPO, DOMAIN_LOOKALIKE ->
                banner.show(
                        Messages.text(
                                "invitations.alike.domain", count, reason.args().getFirst()),
                        ReasonWords.of(like));
            default -> banner.show(Messages.text("invitations.alike.rows", count), ReasonWords.of(like));
        }
        List<Mend> mends = Mend.all(like, table);
        var all = Buttons.inBar(
                Buttons.normal(mends.getFirst().words(), null, mends.getFirst().run()));
        all.setId("import-fix-all");
        banner.action(all);
    }
}
