package steward.app.tour;

/** One thing the tour does; its picture is taken at the end. */
record Step(String name, Act act) {
    /** By mouse and keyboard, and asks the server what came of it. */
    @FunctionalInterface
    interface Act {
        void by(Guide guide);
    }
}
