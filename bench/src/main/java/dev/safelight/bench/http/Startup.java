package dev.safelight.bench.http;

import dev.safelight.bench.Scratch;
import dev.safelight.bench.Spread;
import dev.safelight.bench.Table;
import dev.safelight.bench.Threads;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** From the call that starts a process to its first answer, each with an AOT cache of its own. */
final class Startup {
    private static final String BARE = BareServer.class.getName();

    /** What our server tells Jetty, which finds it out in a tenth of a second otherwise. */
    private static final String TOLD = "-Dorg.eclipse.jetty.util.referencesPerCacheLine=16";

    private static final long IDLE_MILLIS = 5_000;
    private final Scratch scratch;
    private final Starts bare = new Starts();
    private final Starts told = new Starts();
    private final Starts ours = new Starts();

    /** What each start of one server took. */
    private static final class Starts {
        private final List<Double> millis = new ArrayList<>();
        private final List<Double> ratios = new ArrayList<>();
        private final List<Double> cpu = new ArrayList<>();
        private final List<Double> idle = new ArrayList<>();

        double add(Child child, double reference) throws IOException {
            Threads.pause(IDLE_MILLIS);
            idle.add(child.resident() / (1024.0 * 1024));
            cpu.add(child.startupCpu / 1e6);
            double took = child.startup / 1e6;
            millis.add(took);
            ratios.add(reference == 0 ? 1 : took / reference);
            return took;
        }

        void row(Table table, String name) {
            table.row(
                    name,
                    Spread.of(millis).show(),
                    Spread.of(ratios).showRatio(),
                    Spread.of(cpu).show(),
                    Spread.of(idle).show());
        }
    }

    Startup(Scratch scratch) {
        this.scratch = scratch;
    }

    /** Whether a cache is possible: it wants nothing but jars on the class path. */
    static boolean isPossible() {
        for (var entry : System.getProperty("java.class.path").split(File.pathSeparator, -1)) {
            if (!entry.endsWith(".jar")) return false;
        }
        return true;
    }

    Table run(int rounds) throws IOException {
        var caches = scratch.fresh("aot");
        var bareCache = caches.resolve("bare.aot");
        var oursCache = caches.resolve("ours.aot");
        var log = caches.resolve("train.log");
        Child.run(log, List.of("-XX:AOTCacheOutput=" + bareCache), List.of(BARE, "--train"));
        Ours.train(oursCache, log);
        for (int round = 0; round < rounds; round++) {
            double reference = bare(bareCache, List.of(), bare, 0);
            bare(bareCache, List.of(TOLD), told, reference);
            ours(oursCache, reference);
        }
        var table = new Table("server", "first answer ms", "of bare", "CPU ms", "idle RSS MiB");
        bare.row(table, "bare");
        told.row(table, "bare, told too");
        ours.row(table, "ours");
        return table;
    }

    private double bare(Path cache, List<String> more, Starts starts, double reference)
            throws IOException {
        var log = scratch.folder().resolve("bare.log");
        var flags = new ArrayList<>(Ours.trained(cache));
        flags.addAll(more);
        try (var child = new Child(log, flags, List.of(BARE, "PORT"), Map.of())) {
            return starts.add(child, reference);
        }
    }

    /** A second start in the same folder, as most starts are: the first one draws keys. */
    private void ours(Path cache, double reference) throws IOException {
        var folder = scratch.fresh("start");
        var flags = Ours.trained(cache);
        Ours.start(folder, flags).close();
        try (var child = Ours.start(folder, flags)) {
            ours.add(child, reference);
        }
    }
}
