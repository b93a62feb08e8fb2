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
    private static final long IDLE_MILLIS = 5_000;
    private final Scratch scratch;
    private final Starts bare = new Starts();
    private final Starts ours = new Starts();
    private final List<Double> ratios = new ArrayList<>();

    /** What each start of one server took. */
    private static final class Starts {
        private final List<Double> millis = new ArrayList<>();
        private final List<Double> cpu = new ArrayList<>();
        private final List<Double> idle = new ArrayList<>();

        double add(Child child) throws IOException {
            Threads.pause(IDLE_MILLIS);
            idle.add(child.resident() / (1024.0 * 1024));
            cpu.add(child.startupCpu / 1e6);
            millis.add(child.startup / 1e6);
            return child.startup / 1e6;
        }

        void row(Table table, String name, String ratio) {
            table.row(
                    name,
                    Spread.of(millis).show(),
                    ratio,
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
            double reference = bare(bareCache);
            ratios.add(ours(oursCache) / reference);
        }
        var table = new Table("server", "first answer ms", "of bare", "CPU ms", "idle RSS MiB");
        bare.row(table, "bare", "1.00");
        ours.row(table, "ours", Spread.of(ratios).showRatio());
        return table;
    }

    private double bare(Path cache) throws IOException {
        var log = scratch.folder().resolve("bare.log");
        var flags = flags(cache);
        try (var child = new Child(log, flags, List.of(BARE, "PORT"), Map.of())) {
            return bare.add(child);
        }
    }

    /** A second start in the same folder, as most starts are: the first one draws keys. */
    private double ours(Path cache) throws IOException {
        var folder = scratch.fresh("start");
        Ours.start(folder, flags(cache)).close();
        try (var child = Ours.start(folder, flags(cache))) {
            return ours.add(child);
        }
    }

    private static List<String> flags(Path cache) {
        return List.of("-XX:AOTCache=" + cache, "-Xlog:aot=off", "-Xlog:cds=off");
    }
}
