package dev.safelight.core.dispatch;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/** What is known of one account's receivers. Confined to the thread that dispatches. */
final class AccountReceivers {
    private final Map<Receiver, ReceiverState> states = new LinkedHashMap<>(8, 0.75f, true);
    private int underWay;

    @Nullable
    ReceiverState find(Receiver receiver) {
        return states.get(receiver);
    }

    int underWay() {
        return underWay;
    }

    /** How many are remembered. */
    int size() {
        return states.size();
    }

    void begin(Receiver receiver, ReceiverState state, Instant now) {
        states.put(receiver, state);
        state.begin(now);
        underWay++;
    }

    /** Something ended; no more than so many are remembered, but those with more under way. */
    void end(Receiver receiver, ReceiverState state, Instant now, int most) {
        state.end();
        underWay--;
        if (state.isNew(now)) states.remove(receiver, state);
        else if (size() > most) forgetOne();
    }

    /** The one that nobody asked for longest and that has nothing under way. */
    void forgetOne() {
        for (var each = states.values().iterator(); each.hasNext(); ) {
            if (!each.next().isIdle()) continue;
            each.remove();
            return;
        }
    }
}
