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
    private final List<Double> bare = new ArrayList<>();
    private final List<Double> ours = new ArrayList<>();
    private final List<Double> ratios = new ArrayList<>();
    private final List<Double> bareIdle = new ArrayList<>();
    private final List<Double> oursIdle = new ArrayList<>();

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
        return new Table("server", "first answer ms", "of bare", "idle RSS MiB")
                .row("bare", Spread.of(bare).show(), "1.00", Spread.of(bareIdle).show())
                .row(
                        "ours",
                        Spread.of(ours).show(),
                        Spread.of(ratios).showRatio(),
                        Spread.of(oursIdle).show());
    }

    private double bare(Path cache) throws IOException {
        var log = scratch.folder().resolve("bare.log");
        var flags = flags(cache);
        try (var child = new Child(log, flags, List.of(BARE, "PORT"), Map.of())) {
            bareIdle.add(idle(child));
            bare.add(child.startup / 1e6);
            return child.startup / 1e6;
        }
    }

    /** A second start in the same folder, as most starts are: the first one draws keys. */
    private double ours(Path cache) throws IOException {
        var folder = scratch.fresh("start");
        Ours.start(folder, flags(cache)).close();
        try (var child = Ours.start(folder, flags(cache))) {
            oursIdle.add(idle(child));
            ours.add(child.startup / 1e6);
            return child.startup / 1e6;
        }
    }

    private static List<String> flags(Path cache) {
        return List.of("-XX:AOTCache=" + cache, "-Xlog:aot=off", "-Xlog:cds=off");
    }

    private static double idle(Child child) throws IOException {
        Threads.pause(IDLE_MILLIS);
        return child.resident() / (1024.0 * 1024);
    }
}
