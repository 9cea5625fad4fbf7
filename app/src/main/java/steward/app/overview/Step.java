package steward.app.overview;

import steward.app.shell.Place;

/** The checklist of a new organization; each ticks itself from the data (domain.md, Getting started). */
enum Step {
    LOGO(Place.ORGANIZATION),
    MEMBER(Place.MEMBERS),
    ROOM(Place.ROOMS),
    LICENSES(Place.LICENSES),
    PAYMENT(Place.BILLING);

    private final Place place;

    Step(Place place) {
        this.place = place;
    }

    /** Where it is done. */
    Place place() {
        return place;
    }

    boolean isDone(Standing standing) {
        return switch (this) {
            case LOGO -> standing.hasLogo();
            case MEMBER -> standing.members().size() > 1 || standing.invited().all() > 0;
            case ROOM -> standing.rooms() > 0;
            case LICENSES -> standing.licensesSeen();
            case PAYMENT -> standing.paymentMethods() > 0;
        };
    }
}
