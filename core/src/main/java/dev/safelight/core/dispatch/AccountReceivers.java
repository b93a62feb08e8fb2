package dev.safelight.core.dispatch;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Predicate;

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
        else if (size() > most && !forgetOne(ReceiverState::isGood)) forgetOne(known -> true);
    }

    /** The one of these that nobody asked for longest and that has nothing under way, if any. */
    boolean forgetOne(Predicate<ReceiverState> among) {
        for (var each = states.values().iterator(); each.hasNext(); ) {
            var state = each.next();
            if (!state.isIdle() || !among.test(state)) continue;
            each.remove();
            return true;
        }
        return false;
    }
}
