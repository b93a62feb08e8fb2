package dev.safelight.core.task;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Tells several listeners of each commit, in the order in which they came. */
public final class Fanout implements Commits {
    private final List<Commits> listeners = new CopyOnWriteArrayList<>();

    public void add(Commits listener) {
        listeners.add(listener);
    }

    @Override
    public void committed(List<TaskChange> changes) {
        for (var listener : listeners) listener.committed(changes);
    }
}
