package steward.app.organization;

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
        if (!canStage()) return;
        Organization organization = editor.organization().get();
        var request = new Request.EditOrganization(organization, editor.patch());
        editor.edit(organization);
        context.staging().stage(List.of(request), Messages.text("organization.edited.text"));
    }

    void discardEdits() {
        editor.edit(editor.organization().get());
    }

    /** Takes a picked file as the logo, when its content is one. */
    void setLogo(Path file) {
        Organization organization = editor.organization().get();
        context.background()
                .run("read logo", () -> LogoFile.read(file))
                .onSuccess(picked -> takeLogo(organization, picked))
                .onFailure(problem -> tell(Notice.problem(
                        Messages.text("organization.logo.unreadable"),
                        Messages.text("organization.logo.unreadableText"),
                        null)));
    }

    private void takeLogo(Organization organization, LogoFile picked) {
        switch (picked.fit()) {
            case FITS ->
                context.staging()
                        .stage(
                                List.of(new Request.SetLogo(organization, picked.bytes())),
                                Messages.text("organization.logo.set"));
            case TOO_LARGE -> refuseLogo("organization.logo.tooLarge");
            case TOO_MANY_PIXELS -> refuseLogo("organization.logo.tooManyPixels");
            case NOT_AN_IMAGE -> refuseLogo("organization.logo.notAnImage");
        }
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

    private void refuseLogo(String why) {
        tell(Notice.problem(Messages.text("organization.logo.refused"), Messages.text(why), null));
    }

    private void tell(Notice notice) {
        context.window().notices().tell(notice);
    }
}
