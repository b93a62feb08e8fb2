package dev.safelight.app.simulation;

import dev.safelight.core.asset.Assets;
import dev.safelight.core.asset.BlobSweep;
import dev.safelight.core.asset.Blobs;
import dev.safelight.core.tool.EngineName;
import dev.safelight.testkit.simulation.Coroutines;
import dev.safelight.testkit.simulation.DigestRows;
import dev.safelight.testkit.simulation.ForwardingBlobs;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.random.RandomGenerator;

/** The sweep of one boot, which steps aside before all that it does: tasks end in between. */
final class Sweeping {
    /** So few rows at a time that a sweep reads many pages. */
    private static final int PAGE = 3;

    private final Coroutines runs;
    private final InstantSource clock;
    private final RandomGenerator random;
    private final Assets assets;
    private final Blobs blobs;

    Sweeping(InstantSource clock, RandomGenerator random, Assets assets, Blobs blobs) {
        runs = new Coroutines(clock);
        this.clock = clock;
        this.random = random;
        this.assets = new DigestRows((alive, after, limit) -> {
            stepAside();
            return CompletableFuture.completedFuture(
                    runs.await(assets.digests(alive, after, PAGE)));
        });
        this.blobs = new SteppingAside(blobs);
    }

    private final class SteppingAside extends ForwardingBlobs {
        private SteppingAside(Blobs blobs) {
            super(blobs);
        }

        @Override
        public List<String> storedBefore(Instant moment, String after, int limit)
                throws IOException {
            stepAside();
            return super.storedBefore(moment, after, PAGE);
        }

        @Override
        public void remove(String sha256, Instant unlessStoredSince) throws IOException {
            stepAside();
            super.remove(sha256, unlessStoredSince);
        }
    }

    /** Begins one, unless one is under way. */
    void begin() {
        if (runs.size() > 0) return;
        var sweep = new BlobSweep(blobs, assets);
        runs.start(EngineName.SANDBOX, () -> {
            Instant now;
            do now = clock.instant();
            while (!sweep.step(now).isAfter(now));
        });
    }

    boolean isOver() {
        return runs.size() == 0;
    }

    boolean canGoOn() {
        return runs.canGoOn();
    }

    void goOn() {
        runs.goOn(random);
    }

    Instant nextWake() {
        return runs.nextWake();
    }

    void kill() {
        runs.kill();
    }

    private void stepAside() {
        runs.pause(Duration.ofMillis(1 + random.nextInt(2_000)), new CompletableFuture<>());
    }
}
