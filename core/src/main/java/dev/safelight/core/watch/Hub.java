package dev.safelight.core.watch;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BiConsumer;

/**
 * Parks watchers by the key of what they watch, and wakes all of one key together, so that one read
 * serves them. A wake-up is a hint: a watcher is parked first and reads after that, so what happens
 * in between wakes it. Safe for use by many threads. The woken are told on {@code delivery}, never
 * on the thread that wakes, which may be the writer; a key that is woken again before they were
 * told is told once.
 *
 * @param <K> what is watched
 * @param <W> who watches, told apart by {@code equals}
 */
public final class Hub<K, W> {
    private final ConcurrentHashMap<K, Watched<W>> parked = new ConcurrentHashMap<>();
    private final BiConsumer<? super K, ? super Collection<W>> woken;
    private final Executor delivery;

    /**
     * A hub without watchers.
     *
     * @param woken told of a key and of those who watch it then; they stay until they leave
     */
    public Hub(BiConsumer<? super K, ? super Collection<W>> woken, Executor delivery) {
        this.woken = woken;
        this.delivery = delivery;
    }

    /** From here on the watcher is woken. */
    public void park(K key, W watcher) {
        parked.compute(key, (k, here) -> {
            var watched = here == null ? new Watched<W>() : here;
            watched.watchers.add(watcher);
            return watched;
        });
    }

    /** The watcher is woken no more; nothing happens when it was not parked. */
    public void leave(K key, W watcher) {
        parked.computeIfPresent(key, (k, watched) -> {
            watched.watchers.remove(watcher);
            return watched.watchers.isEmpty() ? null : watched;
        });
    }

    /** Something has happened with the key, and can be read. Quick, for it holds up commits. */
    public void wake(K key) {
        var watched = parked.get(key);
        if (watched == null || !watched.isToBeTold.compareAndSet(false, true)) return;
        delivery.execute(() -> tell(key, watched));
    }

    /** Whether nobody watches anything: then no key need be woken. */
    public boolean isEmpty() {
        return parked.isEmpty();
    }

    /** What happens from here on wakes again: it may come after what the woken read. */
    private void tell(K key, Watched<W> watched) {
        watched.isToBeTold.set(false);
        var watchers = List.copyOf(watched.watchers);
        if (!watchers.isEmpty()) woken.accept(key, watchers);
    }

    /** Those of one key. */
    private static final class Watched<W> {
        private final Set<W> watchers = ConcurrentHashMap.newKeySet(1);
        private final AtomicBoolean isToBeTold = new AtomicBoolean();
    }
}
