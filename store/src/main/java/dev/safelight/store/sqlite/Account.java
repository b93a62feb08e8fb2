package dev.safelight.store.sqlite;

import java.util.ArrayList;
import java.util.List;

/** An account as the schedule sees it. Confined to the writer thread. */
final class Account {
    final long number;
    final Slots slots;
    final double weight;

    /** Its queues, one a lane, as long as something waits in them. */
    final List<AccountQueue> queues = new ArrayList<>(1);

    Account(long number, int slots, double weight) {
        this.number = number;
        this.slots = new Slots(slots);
        this.weight = weight;
    }
}
