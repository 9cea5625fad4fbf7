package steward.api;

/** A PNG or JPEG; base64 in JSON. */
public record LogoUpload(byte[] image) {
    public LogoUpload {
        Check.present("image", image);
    }
}
