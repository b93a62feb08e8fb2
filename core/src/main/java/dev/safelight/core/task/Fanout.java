package dev.safelight.core.task;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/** Tells several listeners of each commit, in the order in which they came, whatever one throws. */
public final class Fanout implements CommitListener {
    private final List<CommitListener> listeners = new CopyOnWriteArrayList<>();

    /** Those who listen from the beginning. */
    public static Fanout of(CommitListener... first) {
        var fanout = new Fanout();
        fanout.listeners.addAll(List.of(first));
        return fanout;
    }

    public void add(CommitListener listener) {
        listeners.add(listener);
    }

    @Override
    public void committed(List<TaskChange> changes) {
        tell(listener -> listener.committed(changes));
    }

    @Override
    public void appended(Appended news) {
        tell(listener -> listener.appended(news));
    }

    private void tell(Consumer<CommitListener> told) {
        RuntimeException thrown = null;
        for (var listener : listeners) {
            try {
                told.accept(listener);
            } catch (RuntimeException fault) {
                if (thrown == null) thrown = fault;
                else thrown.addSuppressed(fault);
            }
        }
        if (thrown != null) throw thrown;
    }
}
