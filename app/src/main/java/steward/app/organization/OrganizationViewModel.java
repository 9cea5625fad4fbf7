package steward.app.organization;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import steward.api.Action;
import steward.api.Organization;
import steward.app.control.State;
import steward.app.fx.LiveQuery;
import steward.app.i18n.Messages;
import steward.app.notice.Notice;
import steward.app.shell.OrganizationContext;
import steward.store.AccountStore.Registration;
import steward.store.OrganizationData;
import steward.store.Request;
import steward.store.Shown;
import steward.store.StoreListener.Part;

/** The identity of one organization, being edited. */
final class OrganizationViewModel implements AutoCloseable {

    private static final long LARGEST_LOGO = 1 << 20;

    /** What one read brings; the logo's bytes are null without one. */
    private record Snapshot(Optional<Shown<Organization>> organization, byte[] logo) {}

    private final OrganizationContext context;
    private final OrganizationEditor editor = new OrganizationEditor();
    private final ReadOnlyObjectWrapper<byte[]> logo = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyStringWrapper refusal = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper leaveRefusal = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper pending = new ReadOnlyStringWrapper("");
    private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(State.loading());
    private final LiveQuery<Snapshot> query;
    private final List<Registration> subscriptions;

    OrganizationViewModel(OrganizationContext context) {
        this.context = context;
        query = new LiveQuery<>(context.background(), "organization", this::read).onValue(this::show);
        subscriptions =
                List.of(context.onChange(Part.ORGANIZATION, query::refresh), context.onConnection(this::showRefusals));
        showRefusals();
        query.refresh();
    }

    OrganizationEditor editor() {
        return editor;
    }

    /** PNG or JPEG bytes, or null. */
    ReadOnlyObjectProperty<byte[]> logoProperty() {
        return logo.getReadOnlyProperty();
    }

    ReadOnlyStringProperty refusalProperty() {
        return refusal.getReadOnlyProperty();
    }

    ReadOnlyStringProperty leaveRefusalProperty() {
        return leaveRefusal.getReadOnlyProperty();
    }

    /** What of it was not sent yet, in words, or empty. */
    ReadOnlyStringProperty pendingProperty() {
        return pending.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<State> stateProperty() {
        return state.getReadOnlyProperty();
    }

    boolean canStage() {
        return editor.changes.get() > 0
                && editor.fault.get().isEmpty()
                && refusal.get().isEmpty();
    }

    void stageEdits() {
        Organization organization = editor.organization().get();
        var request = new Request.EditOrganization(organization, editor.patch());
        editor.edit(organization);
        context.staging().stage(List.of(request), Messages.text("organization.edited.text"));
    }

    void discardEdits() {
        editor.edit(editor.organization().get());
    }

    /** Takes a picked file as the logo: its size is checked here, the rest by the server. */
    void setLogo(Path file) {
        Organization organization = editor.organization().get();
        context.background()
                .run("read logo", () -> Files.size(file) > LARGEST_LOGO ? null : Files.readAllBytes(file))
                .onSuccess(bytes -> {
                    if (bytes == null || !isImage(bytes)) tellBadLogo(bytes == null);
                    else {
                        context.staging()
                                .stage(
                                        List.of(new Request.SetLogo(organization, bytes)),
                                        Messages.text("organization.logo.set"));
                    }
                })
                .onFailure(problem -> tell(Notice.problem(
                        Messages.text("organization.logo.unreadable"),
                        Messages.text("organization.logo.unreadableText"),
                        null)));
    }

    void removeLogo() {
        context.staging()
                .stage(
                        List.of(new Request.RemoveLogo(editor.organization().get())),
                        Messages.text("organization.logo.removed"));
    }

    void leave() {
        context.staging()
                .stage(
                        List.of(new Request.LeaveOrganization(context.orgId())),
                        Messages.text(
                                "organization.left.text",
                                context.organization().organization().name()));
    }

    @Override
    public void close() {
        query.close();
        subscriptions.forEach(Registration::close);
    }

    private Snapshot read() {
        OrganizationData data = context.data();
        return new Snapshot(data.organization(), data.logo().orElse(null));
    }

    private void show(Snapshot snapshot) {
        logo.set(snapshot.logo());
        if (snapshot.organization().isEmpty()) {
            state.set(context.unknown());
            return;
        }
        Shown<Organization> shown = snapshot.organization().get();
        pending.set(shown.isPending() ? Messages.text("organization.pending.text") : "");
        if (editor.organization().get() == null || editor.changes.get() == 0) editor.edit(shown.now());
        state.set(State.ready());
    }

    private void showRefusals() {
        refusal.set(context.refusal(Action.EDIT_ORGANIZATION, false).orElse(""));
        leaveRefusal.set(context.refusal(Action.LEAVE, false).orElse(""));
    }

    private void tellBadLogo(boolean tooLarge) {
        tell(Notice.problem(
                Messages.text("organization.logo.refused"),
                Messages.text(tooLarge ? "organization.logo.tooLarge" : "organization.logo.notAnImage"),
                null));
    }

    private void tell(Notice notice) {
        context.window().notices().tell(notice);
    }

    /** The first bytes of a PNG or a JPEG. */
    private static boolean isImage(byte[] bytes) {
        boolean png = bytes.length > 8 && (bytes[0] & 0xff) == 0x89 && bytes[1] == 'P' && bytes[2] == 'N';
        boolean jpeg = bytes.length > 3 && (bytes[0] & 0xff) == 0xff && (bytes[1] & 0xff) == 0xd8;
        return png || jpeg;
    }
}
