package steward.api;

/** A record was given a value its field does not take; the server answers it with 422 and the field's name. */
public final class InvalidFieldException extends IllegalArgumentException {

    private static final long serialVersionUID = 1;
    private final String field;

    /** @param what completes the sentence "name …", for example "is empty" */
    public InvalidFieldException(String field, String what) {
        super(field + " " + what);
        this.field = field;
    }

    public String field() {
        return field;
    }
}
