package dev.safelight.app.simulation;

import dev.safelight.core.webhook.Answered;
import dev.safelight.core.webhook.Courier;
import dev.safelight.core.webhook.Parcel;
import dev.safelight.testkit.simulation.Receivers;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;

/**
 * Whoever is told, outside of the process: they fail, take their time, and their answers get lost
 * after they took what they were sent. What each took is kept by its id.
 */
final class Hearers implements Courier {
    private static final Duration GIVEN_UP = Duration.ofSeconds(15);
    private static final Answered SILENCE = new Answered.None(GIVEN_UP, "There was no answer.");

    private final World world;
    private final Map<String, Set<String>> bodies = new HashMap<>();
    private final List<Pending> pending = new ArrayList<>();

    private record Pending(Instant at, Answered answer, CompletableFuture<Answered> to) {}

    Hearers(World world) {
        this.world = world;
    }

    @Override
    public CompletableFuture<Answered> send(Parcel parcel) {
        var to = new CompletableFuture<Answered>();
        if (world.faults.happens(150)) return answer(Duration.ZERO, Receivers.status(503), to);
        if (world.faults.happens(50)) return answer(GIVEN_UP, SILENCE, to);
        var id = Receivers.header(parcel, "webhook-id");
        bodies.merge(id, Set.of(parcel.body()), Hearers::joined);
        if (world.faults.happens(100)) return answer(GIVEN_UP, SILENCE, to);
        return answer(Duration.ofMillis(world.random.nextInt(40)), Receivers.status(200), to);
    }

    private static Set<String> joined(Set<String> have, Set<String> more) {
        var all = new HashSet<>(have);
        all.addAll(more);
        return all;
    }

    private CompletableFuture<Answered> answer(
            Duration after, Answered answer, CompletableFuture<Answered> to) {
        pending.add(new Pending(world.now().plus(after), answer, to));
        return to;
    }

    boolean canAnswer(Instant now) {
        return pending.stream().anyMatch(each -> !each.at().isAfter(now));
    }

    /** One of those that are due. */
    void answerOne(Instant now) {
        var due = pending.stream().filter(each -> !each.at().isAfter(now)).findFirst();
        due.ifPresent(each -> {
            pending.remove(each);
            each.to().complete(each.answer());
        });
    }

    Instant next() {
        return pending.stream().map(Pending::at).min(Instant::compareTo).orElse(Instant.MAX);
    }

    /** The process is gone: nobody waits for an answer. */
    void hangUp() {
        pending.clear();
    }

    /** The bodies that were taken under an id; one, if a promise is kept. */
    Set<String> taken(String webhookId) {
        return bodies.getOrDefault(webhookId, Set.of());
    }
}
