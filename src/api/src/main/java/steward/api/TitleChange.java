package steward.api;

/** Another title for a recording. */
public record TitleChange(String title) {
    public TitleChange {
        Check.text("title", title, 1, 200);
    }
}
