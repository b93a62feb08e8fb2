package dev.safelight.store.sqlite.reads;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;

import dev.safelight.core.task.CommitListener;
import dev.safelight.core.task.TaskChange;
import dev.safelight.core.task.TaskId;
import dev.safelight.core.task.TaskState;
import dev.safelight.core.task.TaskView;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.concurrent.atomic.AtomicLongArray;

/**
 * Views that were read, until their task changes. A commit bumps the stamp of the task's stripe
 * before it drops the view, and a reader keeps what it read only if the stamp is still the one from
 * before its read: so a read after an acknowledged write sees it. Safe for use by many threads.
 */
public class ViewCache implements CommitListener {
    /** What a view weighs beside its texts, roughly. */
    private static final int FRAME = 1_024;

    private static final int STRIPES = 4_096;

    /** It tidies on the thread that calls: handing that over costs more than doing it. */
    private final Cache<TaskId, TaskView> views;

    private final AtomicLongArray stamps = new AtomicLongArray(STRIPES);

    /**
     * Empty at first.
     *
     * @param bytes how much memory the views may take, roughly
     */
    public ViewCache(long bytes) {
        views = Caffeine.newBuilder()
                .maximumWeight(bytes)
                .weigher(ViewCache::weight)
                .executor(Runnable::run)
                .build();
    }

    /** The view that is kept, or null. */
    public @Nullable TaskView find(TaskId task) {
        return views.getIfPresent(task);
    }

    /** To be taken before a read whose result may be kept. */
    public long stamp(TaskId task) {
        return stamps.get(stripe(task));
    }

    /** Keeps what was read, unless the task has changed since the stamp was taken. */
    public void keep(TaskView view, long stamp) {
        views.asMap()
                .compute(view.id(), (task, old) -> stamps.get(stripe(task)) == stamp ? view : old);
    }

    @Override
    public void committed(List<TaskChange> changes) {
        for (var change : changes) {
            var task = change.id();
            stamps.incrementAndGet(stripe(task));
            views.invalidate(task);
        }
    }

    private static int weight(TaskId task, TaskView view) {
        int weight = FRAME + view.input().json().length();
        for (var label : view.input().metadata().entrySet())
            weight += label.getKey().length() + label.getValue().length();
        return view.state() instanceof TaskState.Succeeded(var price, var output)
                ? weight + output.facts().length()
                : weight;
    }

    private static int stripe(TaskId task) {
        return (int) (task.id().lo() ^ task.id().lo() >>> 32) & STRIPES - 1;
    }
}
