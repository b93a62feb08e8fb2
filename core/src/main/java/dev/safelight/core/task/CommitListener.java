package dev.safelight.core.task;

import java.util.List;

/** Is told what a commit changed, before any of its callers is answered. Must be quick. */
@FunctionalInterface
public interface CommitListener {
    void committed(List<TaskChange> changes);

    /** Whose log the commit added to, whatever it told of: tasks, files, keys, grants... */
    default void appended(Appended news) {}
}
