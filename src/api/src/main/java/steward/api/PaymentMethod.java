package steward.api;

import java.util.UUID;

/**
 * A card as the platform shows it.
 */
public record PaymentMethod(
        UUID id,
        String brand,
        String lastFour,
        int expiryMonth,
        int expiryYear,
        boolean isDefault,
        boolean declined,
        long version) {
    public PaymentMethod {
        Check.present("id", id);
        Check.present("brand", brand);
        Check.present("lastFour", lastFour);
    }
}
