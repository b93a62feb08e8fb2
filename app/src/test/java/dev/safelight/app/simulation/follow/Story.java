package dev.safelight.app.simulation.follow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.safelight.core.feed.FeedEntry;
import dev.safelight.core.feed.FeedEvent;
import dev.safelight.core.id.AccountId;
import dev.safelight.core.task.LogEntry;
import dev.safelight.core.task.Moment;
import dev.safelight.core.task.TaskHistory;
import dev.safelight.core.task.TaskId;
import dev.safelight.core.task.TaskView;
import dev.safelight.core.webhook.Delivery;
import dev.safelight.store.sqlite.SqliteStore;
import dev.safelight.testkit.audit.PortAudit;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * What happened in an account, as its logs have it once all is calm: everybody was told this, and
 * nothing else.
 *
 * @param feed the account's log
 * @param tasks the log of each task, with the task as of each entry
 */
public record Story(AccountId account, List<FeedEntry> feed, Map<TaskId, List<Moment>> tasks) {
    /** More than a seed has. */
    private static final int ALL = 10_000;

    /**
     * Reads it.
     *
     * @param views of all the account's tasks
     */
    public static Story of(
            SqliteStore store, PortAudit.Answers answers, AccountId account, List<TaskView> views) {
        var tasks = new LinkedHashMap<TaskId, List<Moment>>();
        for (var view : views) {
            var log = answers.of(store.reads().log(account, view.id(), 0, ALL));
            tasks.put(view.id(), moments(view, log));
        }
        var feed = new ArrayList<FeedEntry>();
        var page = answers.of(store.feed().read(account, null, ALL));
        feed.addAll(page.entries());
        while (!page.isLast()) {
            page = answers.of(store.feed().read(account, page.next(), ALL));
            feed.addAll(page.entries());
        }
        return new Story(account, feed, tasks);
    }

    private static List<Moment> moments(TaskView view, List<LogEntry> log) {
        var header = view.task().header();
        return IntStream.range(0, log.size())
                .mapToObj(last -> new Moment(
                        log.get(last), TaskHistory.view(header, log.subList(0, last + 1))))
                .toList();
    }

    /** Throws unless the feed has the tasks' logs, and nobody was delivered anything else. */
    public void judge(List<Delivery> deliveries) {
        tasks.forEach((task, moments) -> assertThat(feed)
                .filteredOn(entry -> isOf(task, entry))
                .extracting(entry -> ((FeedEvent.TaskChanged) entry.event()).entry())
                .as("I6: the feed of %s has the log of %s", account, task)
                .isEqualTo(moments.stream().map(Moment::entry).toList()));
        assertThat(feed)
                .extracting(FeedEntry::at)
                .as("in the order of the commits")
                .isSorted();
        for (var delivery : deliveries) judge(delivery);
    }

    private static boolean isOf(TaskId task, FeedEntry entry) {
        return entry.event() instanceof FeedEvent.TaskChanged(var changed, var line)
                && changed.equals(task);
    }

    private void judge(Delivery delivery) {
        if (!(delivery.about() instanceof Delivery.About.OfTask(var task, var sequence)))
            throw new AssertionError("nobody wanted to be told of " + delivery.about());
        var end = upToTheEnd(task, 0).getLast();
        assertThat(sequence)
                .as("I6: the entry that ended %s", task)
                .isEqualTo(end.entry().sequence());
        assertThat(delivery.progress().body())
                .as("I6: what was delivered of %s", task)
                .contains(words(end));
    }

    /** What is told of an entry in whatever words. */
    static String words(Moment moment) {
        return "%s, entry %d: %s, now %s"
                .formatted(
                        moment.view().id(),
                        moment.entry().sequence(),
                        moment.entry().kind(),
                        moment.view().status());
    }

    /** What a stream tells that begins after an entry. */
    List<Moment> upToTheEnd(TaskId task, long begin) {
        var told = new ArrayList<Moment>();
        for (var moment : tasks.getOrDefault(task, List.of())) {
            if (moment.entry().sequence() <= begin) continue;
            told.add(moment);
            if (moment.view().isTerminal()) break;
        }
        return told;
    }
}
