package dev.safelight.core.task;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Tells several listeners of each commit, in the order in which they came, whatever one throws. */
public final class Fanout implements CommitListener {
    private final List<CommitListener> listeners = new CopyOnWriteArrayList<>();

    public void add(CommitListener listener) {
        listeners.add(listener);
    }

    @Override
    public void committed(List<TaskChange> changes) {
        RuntimeException thrown = null;
        for (var listener : listeners) {
            try {
                listener.committed(changes);
            } catch (RuntimeException fault) {
                if (thrown == null) thrown = fault;
                else thrown.addSuppressed(fault);
            }
        }
        if (thrown != null) throw thrown;
    }
}
