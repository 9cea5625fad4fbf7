package steward.app.signin;

import java.util.Optional;

/** There is none, and nobody may ask for it. */
public record NoDemo() implements Demo {
    @Override
    public Entry enter(Persona persona) {
        throw new IllegalStateException("off");
    }

    @Override
    public void prepare() {}

    @Override
    public Optional<String> email(Persona persona) {
        return Optional.empty();
    }

    @Override
    public Optional<String> token(String email) {
        return Optional.empty();
    }

    @Override
    public Optional<Entry> again(String email) {
        return Optional.empty();
    }
}
