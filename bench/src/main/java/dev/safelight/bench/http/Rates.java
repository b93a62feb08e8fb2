package dev.safelight.bench.http;

import dev.safelight.bench.Spread;
import dev.safelight.bench.Table;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/** Kinds of requests, each run for some seconds a round, one kind after the other. */
final class Rates {
    private final Map<String, Kind> kinds = new LinkedHashMap<>();

    /** Where one kind of request goes, and what it is compared with. */
    private record Kind(Child server, Load load, Load.Requests requests, List<Run> runs) {}

    /** One run: how fast, how long each took, and what it cost the server. */
    private record Run(double rate, double cpu, double p50, double p99) {}

    void add(String name, Child server, Load load, Load.Requests requests) {
        kinds.put(name, new Kind(server, load, requests, new ArrayList<>()));
    }

    /** So many of each kind, for the JIT of either server. */
    void warm(long count, Load.Replies replies) throws IOException {
        for (var kind : kinds.values()) kind.load.until(count, kind.requests, checking(replies));
    }

    /** Runs every kind once more. */
    void round(Duration time, Load.Replies replies) throws IOException {
        for (var kind : kinds.values()) {
            long cpu = kind.server.cpu();
            var done = kind.load.during(time, kind.requests, checking(replies));
            double used = (kind.server.cpu() - cpu) / 1e3 / done.waits().size();
            kind.runs.add(new Run(done.rate(), used, done.millis(50), done.millis(99)));
        }
    }

    private static Load.Replies checking(Load.Replies replies) {
        return (on, reply) -> replies.take(on, Ours.checked(reply));
    }

    /** A row for each kind; the ratio is to the kind that stands first, round by round. */
    void print(Table table) {
        var bare = kinds.values().iterator().next();
        kinds.forEach((name, kind) -> {
            var ratios = new ArrayList<Double>();
            var costs = new ArrayList<Double>();
            for (int i = 0; i < kind.runs.size(); i++) {
                ratios.add(kind.runs.get(i).rate / bare.runs.get(i).rate);
                costs.add(bare.runs.get(i).cpu / kind.runs.get(i).cpu);
            }
            table.row(
                    name,
                    String.format(Locale.ROOT, "%.0f", spread(kind, Run::rate).median()),
                    Spread.of(ratios).showRatio(),
                    spread(kind, Run::cpu).show(),
                    Spread.of(costs).showRatio(),
                    spread(kind, Run::p50).show(),
                    spread(kind, Run::p99).show());
        });
    }

    /** A row for each kind; the cost is beside that of the kind that stands first. */
    void printBeside(Table table) {
        var first = kinds.values().iterator().next();
        kinds.forEach((name, kind) -> {
            var costs = new ArrayList<Double>();
            for (int i = 0; i < kind.runs.size(); i++)
                costs.add(kind.runs.get(i).cpu / first.runs.get(i).cpu);
            table.row(
                    name,
                    String.format(Locale.ROOT, "%.0f", spread(kind, Run::rate).median()),
                    spread(kind, Run::cpu).show(),
                    Spread.of(costs).showRatio(),
                    spread(kind, Run::p99).show());
        });
    }

    static Table beside(String first) {
        return new Table(
                "requests", "a second", "server CPU µs each", "CPU beside " + first, "p99 ms");
    }

    private static Spread spread(Kind kind, ToDoubleFunction<Run> part) {
        return Spread.of(kind.runs.stream().map(part::applyAsDouble).toList());
    }

    static Table table() {
        return new Table(
                "requests",
                "a second",
                "of bare",
                "server CPU µs each",
                "bare's CPU / its",
                "p50 ms",
                "p99 ms");
    }
}
