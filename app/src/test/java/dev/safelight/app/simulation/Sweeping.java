package dev.safelight.app.simulation;

import dev.safelight.core.asset.Arriving;
import dev.safelight.core.asset.Asset;
import dev.safelight.core.asset.AssetId;
import dev.safelight.core.asset.Assets;
import dev.safelight.core.asset.Blob;
import dev.safelight.core.asset.BlobSweep;
import dev.safelight.core.asset.Blobs;
import dev.safelight.core.asset.Content;
import dev.safelight.core.asset.ReadableFile;
import dev.safelight.core.id.AccountId;
import dev.safelight.core.id.Cursor;
import dev.safelight.core.tool.EngineName;
import dev.safelight.testkit.simulation.Coroutines;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.random.RandomGenerator;

/** The sweep of one boot, which steps aside before all that it does: tasks end in between. */
final class Sweeping implements Assets, Blobs {
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
        this.assets = assets;
        this.blobs = blobs;
    }

    /** Begins one, unless one is under way. */
    void begin() {
        if (runs.size() > 0) return;
        var sweep = new BlobSweep(this, this);
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

    @Override
    public CompletableFuture<DigestPage> digests(Instant alive, @Nullable Cursor after, int limit) {
        stepAside();
        return CompletableFuture.completedFuture(runs.await(assets.digests(alive, after, PAGE)));
    }

    @Override
    public CompletableFuture<Optional<Asset>> find(AccountId account, AssetId id) {
        return assets.find(account, id);
    }

    @Override
    public CompletableFuture<List<Asset>> findAll(AccountId account, Set<AssetId> ids) {
        return assets.findAll(account, ids);
    }

    @Override
    public CompletableFuture<Optional<Asset>> find(AssetId id) {
        return assets.find(id);
    }

    @Override
    public List<String> storedBefore(Instant moment, String after, int limit) throws IOException {
        stepAside();
        return blobs.storedBefore(moment, after, PAGE);
    }

    @Override
    public void remove(String sha256, Instant unlessStoredSince) throws IOException {
        stepAside();
        blobs.remove(sha256, unlessStoredSince);
    }

    @Override
    public Arriving receive() throws IOException {
        return blobs.receive();
    }

    @Override
    public Blob put(Content content) throws IOException {
        return blobs.put(content);
    }

    @Override
    public ReadableFile file(String sha256) throws IOException {
        return blobs.file(sha256);
    }

    @Override
    public SeekableByteChannel open(String sha256) throws IOException {
        return blobs.open(sha256);
    }
}
