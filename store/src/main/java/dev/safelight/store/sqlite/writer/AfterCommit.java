package dev.safelight.store.sqlite.writer;

import dev.safelight.core.task.Appended;
import dev.safelight.core.task.CommitListener;
import dev.safelight.core.task.TaskChange;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.util.List;

/**
 * What is to happen once a batch is on disk. Kept until its fate is known, also over a failed
 * commit.
 *
 * @param batch its number on disk
 * @param news for the listeners
 * @param answers for the callers, after the listeners
 * @param served claims that wait no more; they wait again if the batch came to nothing
 * @param stopping ended tasks whose engines have not stopped; it is not in the rows
 */
record AfterCommit(
        long batch,
        News news,
        List<Runnable> answers,
        List<Command.Claim> served,
        List<Stopping> stopping) {
    private static final Logger LOG = LoggerFactory.getLogger(AfterCommit.class);

    /** What it did to tasks, and whose log it added to: null for nobody's. */
    record News(List<TaskChange> changes, @Nullable Appended appended) {}

    /** Tells the listeners, then answers. A fault of theirs stays their own. */
    void tell(CommitListener listener) {
        if (!news.changes.isEmpty()) guarded(() -> listener.committed(news.changes));
        var appended = news.appended;
        if (appended != null) guarded(() -> listener.appended(appended));
        answers.forEach(AfterCommit::guarded);
    }

    private static void guarded(Runnable told) {
        try {
            told.run();
        } catch (RuntimeException fault) {
            LOG.error("somebody who was told of a commit failed", fault);
        }
    }
}
