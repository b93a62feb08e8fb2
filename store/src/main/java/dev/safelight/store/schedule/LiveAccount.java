package dev.safelight.store.schedule;

/** An account's number, slots and weight. Confined to the schedule's thread. */
final class LiveAccount {
    final long number;
    final Slots slots = new Slots();
    private double weight = 1;

    LiveAccount(long number) {
        this.number = number;
    }

    void share(AccountShare share) {
        slots.limit(share.slots());
        weight = share.weight();
    }

    double weight() {
        return weight;
    }
}
