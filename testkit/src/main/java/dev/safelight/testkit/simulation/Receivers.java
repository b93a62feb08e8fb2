package dev.safelight.testkit.simulation;

import dev.safelight.core.webhook.Answered;
import dev.safelight.core.webhook.Courier;
import dev.safelight.core.webhook.Parcel;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/**
 * Who is told, in memory: each address takes what it is sent, answers as a test wants it to, or
 * does not answer until it is let go. What was taken is kept. Confined to one thread.
 */
public final class Receivers implements Courier {
    private static final Answered TAKEN = status(204);

    private final List<Parcel> received = new ArrayList<>();
    private final Map<String, Manner> manners = new HashMap<>();
    private final Map<String, List<CompletableFuture<Answered>>> hanging = new HashMap<>();
    private Manner usual = parcel -> CompletableFuture.completedFuture(TAKEN);

    /** How somebody answers. */
    @FunctionalInterface
    public interface Manner {
        CompletableFuture<Answered> answer(Parcel parcel);
    }

    public static Answered status(int status) {
        return new Answered.Status(status, Duration.ofMillis(5), null, "");
    }

    /** How everybody answers of whom nothing else is said. */
    public void allAnswer(Manner manner) {
        usual = manner;
    }

    /** How an address answers from here on. */
    public void answers(String url, int status) {
        answers(url, parcel -> CompletableFuture.completedFuture(status(status)));
    }

    /** The same in any manner. */
    public void answers(String url, Manner manner) {
        manners.put(url, manner);
    }

    /** An address takes what it is sent and answers nothing. */
    public void hangs(String url) {
        manners.put(url, parcel -> {
            var answer = new CompletableFuture<Answered>();
            hanging.computeIfAbsent(url, key -> new ArrayList<>()).add(answer);
            return answer;
        });
    }

    /** What hangs is answered. */
    public void letGo(String url, int status) {
        letGo(url, status(status));
    }

    /** The same with whatever comes back. */
    public void letGo(String url, Answered answered) {
        var waiting = List.copyOf(hanging.getOrDefault(url, List.of()));
        hanging.remove(url);
        waiting.forEach(answer -> answer.complete(answered));
    }

    /** How many attempts hang at an address. */
    public int hanging(String url) {
        return hanging.getOrDefault(url, List.of()).size();
    }

    @Override
    public CompletableFuture<Answered> send(Parcel parcel) {
        received.add(parcel);
        return manners.getOrDefault(parcel.url(), usual).answer(parcel);
    }

    /** All that was taken, in order. */
    public List<Parcel> received() {
        return List.copyOf(received);
    }

    public List<Parcel> received(String url) {
        return received.stream().filter(parcel -> parcel.url().equals(url)).toList();
    }

    /** A header of a parcel. */
    public static String header(Parcel parcel, String name) {
        return parcel.headers().stream()
                .filter(header -> header.name().equals(name))
                .map(Parcel.Header::value)
                .findFirst()
                .orElseThrow();
    }
}
