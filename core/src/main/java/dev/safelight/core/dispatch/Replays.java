package dev.safelight.core.dispatch;

import dev.safelight.core.feed.Feed;
import dev.safelight.core.feed.FeedEntry;
import dev.safelight.core.feed.FeedEvent;
import dev.safelight.core.feed.FeedPage;
import dev.safelight.core.id.PassedCursor;
import dev.safelight.core.time.Step;
import dev.safelight.core.webhook.DeliveryRules;
import dev.safelight.core.webhook.Occasion;
import dev.safelight.core.webhook.Replay;
import dev.safelight.core.webhook.ReplayQueue;
import dev.safelight.core.webhook.ReplayQueue.Told;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/**
 * Carries replays since a place on: a page of the feed of each, then the next. One goes on only
 * while little waits for its endpoint, so that a receiver that is slow or dead again never makes a
 * backlog of it. How far each has come is in the store.
 *
 * <p>A step never blocks. It is woken when replays begin or a page is done, and looks by itself now
 * and then. {@link #hint} and {@link #stop} may be called by any thread.
 */
public final class Replays implements Step {
    private static final int PAGE = 200;
    private static final long LITTLE = 200;
    private static final Duration WHILE_UNDER_WAY = Duration.ofSeconds(1);
    private static final Duration LOOK_AGAIN = Duration.ofMinutes(1);

    private final ReplayQueue queue;
    private final Feed feed;
    private final Runnable wake;
    private volatile boolean hinted = true;
    private volatile boolean stopping;
    private CompletableFuture<Round> round = CompletableFuture.completedFuture(Round.NOTHING);
    private Instant lookAt = Instant.MIN;

    /** What came of one look. */
    private enum Round {
        /** Nothing is under way. */
        NOTHING,
        /** What is under way has to wait. */
        WAITS,
        WENT_ON
    }

    /**
     * @param wake has this step called soon; any thread
     */
    public Replays(ReplayQueue queue, Feed feed, Runnable wake) {
        this.queue = queue;
        this.feed = feed;
        this.wake = wake;
    }

    /** A replay may have begun. */
    public void hint() {
        hinted = true;
        wake.run();
    }

    /** Begins no further page. Any thread. */
    public void stop() {
        stopping = true;
    }

    @Override
    public Instant step(Instant now) {
        if (stopping || !round.isDone()) return Instant.MAX;
        lookAt = earlier(lookAt, now.plus(pause()));
        if (!hinted && now.isBefore(lookAt)) return lookAt;
        hinted = false;
        lookAt = Instant.MAX;
        round = queue.underWay().thenCompose(this::carryOn);
        var _ = round.whenComplete((done, fault) -> wake.run());
        return Instant.MAX;
    }

    private Duration pause() {
        if (round.isCompletedExceptionally()) return WHILE_UNDER_WAY;
        return switch (round.join()) {
            case NOTHING -> LOOK_AGAIN;
            case WAITS -> WHILE_UNDER_WAY;
            case WENT_ON -> Duration.ZERO;
        };
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }

    /** A page of each for whose endpoint little waits, one after the other. */
    private CompletableFuture<Round> carryOn(List<Replay> replays) {
        var come =
                CompletableFuture.completedFuture(replays.isEmpty() ? Round.NOTHING : Round.WAITS);
        for (var replay : replays) {
            if (replay.waiting() >= LITTLE || stopping) continue;
            come = come.thenCompose(
                    before -> carryOn(replay).thenApply(goesOn -> goesOn ? Round.WENT_ON : before));
        }
        return come;
    }

    /** Whether it went on; one that cannot is in no other one's way. */
    private CompletableFuture<Boolean> carryOn(Replay replay) {
        return feed.read(replay.account(), replay.at(), PAGE)
                .exceptionally(fault -> behindWhatPassed(replay, fault))
                .thenCompose(page -> queue.carryOn(replay, told(page), page.next()))
                .thenApply(done -> true)
                .exceptionally(fault -> {
                    System.getLogger(Replays.class.getName())
                            .log(System.Logger.Level.WARNING, "a replay goes on later", fault);
                    return false;
                });
    }

    /** Retention overtook it: what was removed can be told to nobody, so it goes on behind that. */
    private static FeedPage behindWhatPassed(Replay replay, Throwable fault) {
        var cause = fault instanceof CompletionException ? fault.getCause() : fault;
        if (!(cause instanceof PassedCursor passed)) throw new CompletionException(fault);
        System.getLogger(Replays.class.getName())
                .log(
                        System.Logger.Level.WARNING,
                        "retention overtook the replay of " + replay.endpoint());
        return new FeedPage(List.of(), passed.earliest(), false);
    }

    private static List<Told> told(FeedPage page) {
        return page.entries().stream()
                .flatMap(entry ->
                        occasions(entry).stream().map(each -> new Told(entry.cursor(), each)))
                .toList();
    }

    /** What an entry may be to those who are told; the store knows which of them it is. */
    private static List<Occasion> occasions(FeedEntry entry) {
        return switch (entry.event()) {
            case FeedEvent.TaskChanged(var task, var line) -> {
                var occasion = DeliveryRules.occasion(line.event());
                yield occasion == null ? List.of() : List.of(occasion);
            }
            case FeedEvent.FileStored stored -> DeliveryRules.FILE_STORED;
            case FeedEvent.FileRefused refused -> DeliveryRules.FILE_REFUSED;
            case FeedEvent.FileStudied(var file, var isReadable) ->
                DeliveryRules.studied(isReadable);
            case FeedEvent.FileArchived e -> List.of();
            case FeedEvent.FilePreviewed e -> List.of();
            case FeedEvent.KeyAdded e -> List.of();
            case FeedEvent.KeyRevoked e -> List.of();
            case FeedEvent.KeyRotated e -> List.of();
            case FeedEvent.Granted e -> List.of();
            case FeedEvent.EndpointAdded e -> List.of();
            case FeedEvent.EndpointDeleted e -> List.of();
            case FeedEvent.EndpointDisabled e -> List.of();
            case FeedEvent.EndpointEnabled e -> List.of();
            case FeedEvent.EndpointRotated e -> List.of();
            case FeedEvent.EndpointTested e -> List.of();
        };
    }
}
