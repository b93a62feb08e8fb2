package dev.safelight.store.sqlite.telling;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Tells after a commit that something may be to be sent. Safe for many threads. */
public final class WaitingSignal {
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();

    public void listen(Runnable listener) {
        listeners.add(listener);
    }

    void tell() {
        listeners.forEach(Runnable::run);
    }
}
