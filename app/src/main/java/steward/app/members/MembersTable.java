package steward.app.members;

import javafx.scene.control.Label;
import org.kordamp.ikonli.feather.Feather;
import steward.api.Role;
import steward.app.control.DataColumn;
import steward.app.control.DataTable;
import steward.app.control.Icons;
import steward.app.control.Labels;
import steward.app.control.TableColumns;
import steward.app.control.Tone;
import steward.app.i18n.Formats;
import steward.app.i18n.Messages;
import steward.app.shell.OrganizationContext;
import steward.app.shell.RoleWords;

/** The columns of the members table. */
final class MembersTable {
    private MembersTable() {}

    static DataTable<PersonRow> of(OrganizationContext context, MemberMenu menu) {
        var table = new DataTable<PersonRow>(
                "members-table", PersonRow::id, context.window().memory());
        var now = context.ticker().second();
        table.columns(
                true,
                TableColumns.<PersonRow>person(
                                "members-column-name", Messages.text("members.column.name"), PersonRow::name)
                        .width(184)
                        .<java.text.CollationKey>sortBy(PersonRow::order)
                        .grow(),
                TableColumns.<PersonRow>muted(
                                "members-column-email", Messages.text("members.column.email"), PersonRow::email)
                        .width(200)
                        .minWidth(104)
                        .grow(),
                role(),
                TableColumns.<PersonRow>state(
                                "members-column-state", Messages.text("members.column.state"), PersonRow::shownState)
                        .width(124),
                TableColumns.<PersonRow>time(
                                "members-column-since",
                                Messages.text("members.column.since"),
                                PersonRow::since,
                                row -> Formats.current().brief(row.since(), now.get()))
                        .fits(Formats.current().date(Formats.current().longestTime())),
                TableColumns.<PersonRow>time(
                                "members-column-active",
                                Messages.text("members.column.active"),
                                PersonRow::lastActive,
                                row -> row.lastActive() == null
                                        ? Messages.text("members.never")
                                        : Formats.current().brief(row.lastActive(), now.get()))
                        .fits(Formats.current().date(Formats.current().longestTime())));
        table.pendingWhen(row -> row.change() != PendingChange.NONE);
        table.leavingWhen(PersonRow::isLeaving);
        table.rowMenu(menu::items);
        return table;
    }

    private static DataColumn<PersonRow> role() {
        return TableColumns.<PersonRow>node(
                        "members-column-role",
                        Messages.text("members.column.role"),
                        row -> RoleWords.of(row.role()),
                        MembersTable::roleLabel)
                .<Role>sortBy(PersonRow::role)
                .width(84);
    }

    private static Label roleLabel(PersonRow row) {
        String word = RoleWords.of(row.role());
        if (row.roleBefore() != null) {
            var changed = Labels.styled(word, "accent", "medium");
            changed.setGraphic(Icons.toned(Feather.ARROW_RIGHT, 12, Tone.ACCENT));
            return changed;
        }
        return row.role() == Role.MEMBER ? Labels.body(word) : Labels.medium(word);
    }
}
