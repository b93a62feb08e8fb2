package dev.safelight.store.sqlite;

/** Stands between a batch and its commit, so that a simulation can let one fail on either side. */
@FunctionalInterface
public interface CommitGate {
    /** Commits at once, as production does. */
    CommitGate OPEN = Runnable::run;

    /** Runs {@code commit}, or throws before or after it. */
    void commit(Runnable commit);
}
