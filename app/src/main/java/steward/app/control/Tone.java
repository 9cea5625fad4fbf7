package steward.app.control;

/** What a colour says; never said by colour alone. The name is the style class. */
public enum Tone {
    NEUTRAL,
    ACCENT,
    SUCCESS,
    WARNING,
    DANGER,
    MUTED;

    public String styleClass() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }
}
