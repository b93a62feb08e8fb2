package dev.safelight.app.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Holds what was acknowledged to callers against what arrived at the receiver. */
final class WebhookJudge {
    private final Api api;
    private final Map<String, Set<ToldTarget>> acknowledged;
    private final UnreliableReceiver receiver;

    /** Somebody who is to be told of a task. */
    private record Told(String task, ToldTarget target) {}

    WebhookJudge(Api api, Map<String, Set<ToldTarget>> acknowledged, UnreliableReceiver receiver) {
        this.api = api;
        this.acknowledged = acknowledged;
        this.receiver = receiver;
    }

    void judge() {
        judge(0);
    }

    /**
     * I6: what ended is told to everybody who is to be told, and nobody else.
     *
     * @param waiting for others, of which nobody takes anything
     */
    void judge(int waiting) {
        var ends = new HashMap<String, String>();
        for (var task : acknowledged.keySet()) {
            var view = api.await("task_" + task);
            ends.put(task, view.get("status").asString().toLowerCase(Locale.ROOT));
        }
        assertThat(ends.values()).as("I8").containsOnly("completed", "failed", "cancelled");
        var wanted = new HashSet<Told>();
        acknowledged.forEach(
                (task, told) -> told.forEach(target -> wanted.add(new Told(task, target))));
        Patience.until("each end is told", () -> told(receiver.taken()).containsAll(wanted));
        Patience.until("nothing is to be told any more", () -> number("pending") == waiting);
        assertThat(number("failed")).isZero();
        assertThat(receiver.broken).isEmpty();
        var arrived = List.copyOf(receiver.arrived);
        assertThat(told(arrived)).as("I6: nothing that nobody asked for").isEqualTo(wanted);
        assertThat(arrived)
                .allSatisfy(each -> assertThat(each.end())
                        .as("I6: how %s ended", each.task())
                        .isEqualTo(ends.get(each.task())));
        var ids = arrived.stream().collect(Collectors.groupingBy(Arrived::id));
        assertThat(ids).as("I6: one id for each target and task").hasSameSizeAs(wanted);
        assertThat(ids.values())
                .as("I6: the same bytes on every attempt")
                .allSatisfy(attempts -> assertThat(attempts)
                        .extracting(Arrived::body)
                        .containsOnly(attempts.getFirst().body()));
    }

    private static Set<Told> told(List<Arrived> arrived) {
        return arrived.stream()
                .map(each -> new Told(each.task(), each.target()))
                .collect(Collectors.toSet());
    }

    /** As the server tells: at most a page. */
    private int number(String status) {
        return api.get("/v1/webhooks/deliveries?status=" + status)
                .get("deliveries")
                .size();
    }

    /** How often anything was tried to be told at most. */
    long mostAttempts() {
        return receiver.arrived.stream()
                .collect(Collectors.groupingBy(Arrived::id, Collectors.counting()))
                .values()
                .stream()
                .mapToLong(Long::longValue)
                .max()
                .orElse(0);
    }

    @Override
    public String toString() {
        var taken = receiver.taken();
        int again = taken.size() - told(taken).size();
        return "%d tasks, %d deliveries in %d attempts, %d told more than once"
                .formatted(acknowledged.size(), told(taken).size(), receiver.arrived.size(), again);
    }
}
