package steward.app.invitations;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import steward.people.CheckedRow;

/** The one cell of the preview that is being typed, and what stands in it so far. */
final class Typing {

    enum Part {
        EMAIL,
        NAME;

        private String of(CheckedRow row) {
            return this == EMAIL ? row.row().email() : row.row().name();
        }

        private Part other() {
            return this == EMAIL ? NAME : EMAIL;
        }
    }

    /** @param index of the row */
    record Place(long index, Part part) {}

    private final CheckViewModel model;
    private final Runnable left;
    private final ReadOnlyObjectWrapper<Place> place = new ReadOnlyObjectWrapper<>(this, "place");
    private CheckedRow row;
    private String text = "";

    /** @param left puts the focus back when the typing is over */
    Typing(CheckViewModel model, Runnable left) {
        this.model = model;
        this.left = left;
    }

    /** Begins with a cell; what was typed in another is kept. */
    void begin(CheckedRow begun, Part part) {
        keep();
        row = begun;
        text = part.of(begun);
        place.set(new Place(begun.row().index(), part));
    }

    void type(String typed) {
        text = typed;
    }

    String text() {
        return text;
    }

    /** Ends; the row is checked anew when it is another now. */
    void keep() {
        Place kept = place.get();
        if (kept == null) {
            return;
        }
        place.set(null);
        if (text.equals(kept.part().of(row))) {
            return;
        }
        switch (kept.part()) {
            case EMAIL -> model.fixes().retype(row, text);
            case NAME -> model.fixes().rename(row, text);
        }
    }

    /** Ends without a change. */
    void drop() {
        place.set(null);
    }

    /** Keeps, and goes on to the other cell of the row. */
    void other() {
        Place kept = place.get();
        keep();
        begin(model.row(kept.index()), kept.part().other());
    }

    void leave() {
        left.run();
    }

    /** Where one types, or null. */
    ReadOnlyObjectProperty<Place> placeProperty() {
        return place.getReadOnlyProperty();
    }
}
