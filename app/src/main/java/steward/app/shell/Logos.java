package steward.app.shell;

import java.io.ByteArrayInputStream;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import javafx.scene.image.Image;
import javafx.scene.paint.Color;
import steward.api.OrganizationSummary;
import steward.app.control.OrganizationLogo;
import steward.app.fx.Background;
import steward.store.Directory;

/** Logos of the account's organizations, read from this computer once each. On the FX thread. */
public final class Logos {
    private record Key(UUID orgId, Integer version) {}

    /** Logos are shown at 32 px at most; twice that for dense screens. */
    private static final int PIXELS = 64;

    private final Directory directory;
    private final Background background;
    private final Map<Key, Image> images = new HashMap<>();

    public Logos(Directory directory, Background background) {
        this.directory = directory;
        this.background = background;
    }

    /** Shows initials at once and the image as soon as it is read, unless the control shows another one by then. */
    public void show(OrganizationSummary organization, OrganizationLogo where) {
        Color accent = accent(organization.accentColor());
        var key = new Key(organization.id(), organization.logoVersion());
        where.setUserData(key);
        Image known = images.get(key);
        where.show(organization.name(), accent, known);
        if (known == null && organization.logoVersion() != null) {
            load(key, image -> {
                if (key.equals(where.getUserData())) {
                    where.show(organization.name(), accent, image);
                }
            });
        }
    }

    /** The image if it was read already, or null. */
    public Image known(OrganizationSummary organization) {
        return images.get(new Key(organization.id(), organization.logoVersion()));
    }

    private void load(Key key, Consumer<Image> arrived) {
        background
                .run("read logo", () -> directory.logo(key.orgId()).map(Logos::decode))
                .onSuccess(read -> read.ifPresent(image -> {
                    images.put(key, image);
                    arrived.accept(image);
                }));
    }

    private static Image decode(byte[] png) {
        var image = new Image(new ByteArrayInputStream(png), PIXELS, PIXELS, true, true);
        return image.isError() ? null : image;
    }

    /** The organization's color; what is none counts as grey. */
    static Color accent(String hex) {
        try {
            return Color.web(hex);
        } catch (IllegalArgumentException e) {
            return Color.GRAY;
        }
    }
}
