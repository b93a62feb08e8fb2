package dev.safelight.store.sqlite;

import dev.safelight.core.access.KeyLimits;
import dev.safelight.core.access.KeyText;
import dev.safelight.core.access.Mode;
import dev.safelight.core.access.NewKey;
import dev.safelight.core.access.Principal;
import dev.safelight.core.feed.FeedEntry;
import dev.safelight.core.feed.FeedPage;
import dev.safelight.core.feed.Subject;
import dev.safelight.core.id.Cursor;
import dev.safelight.core.id.Ids;
import dev.safelight.core.ledger.Credits;
import dev.safelight.core.task.Submission;
import dev.safelight.core.task.TaskId;
import dev.safelight.testkit.contract.Order;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;

/** Two accounts that submit by turns to a store that runs, and one that follows its feed. */
final class Crowd {
    private final RunningStore running;
    private final Random random = new Random(3);
    private final Ids ids;
    private final Principal ann;
    private final Principal bob;

    Crowd(RunningStore running) {
        this.running = running;
        ids = new Ids(running.time, random);
        ann = account();
        bob = account();
    }

    private Principal account() {
        var key = KeyText.mint(Mode.TEST, random);
        return RunningStore.done(running.store
                .accounts()
                .open(new NewKey(
                        "a", Mode.TEST, key, new Credits(1_000_000), new KeyLimits(0, 0, 0))));
    }

    CompletableFuture<Submission> submit(int turn) {
        var who = turn % 2 == 0 ? ann : bob;
        var id = new TaskId(ids.next(who.account().number()));
        return running.store.tasks().submit(Order.by(who).as(id));
    }

    private FeedPage page(@Nullable Cursor after, int limit) {
        return RunningStore.done(running.store.feed().read(ann.account(), after, limit));
    }

    /** What is read, a small page at a time, until so many of the first one's tasks were seen. */
    List<FeedEntry> follow(int tasks) {
        var read = new ArrayList<FeedEntry>();
        Cursor place = null;
        while (ofTasks(read) < tasks) {
            var page = page(place, 7);
            read.addAll(page.entries());
            place = page.next();
        }
        return read;
    }

    private static long ofTasks(List<FeedEntry> entries) {
        return entries.stream()
                .filter(entry -> entry.event().subject() == Subject.TASK)
                .count();
    }

    List<FeedEntry> whole() {
        return page(null, 1_000_000).entries();
    }
}
