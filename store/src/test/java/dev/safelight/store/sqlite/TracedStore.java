package dev.safelight.store.sqlite;

import dev.safelight.core.access.Principal;
import dev.safelight.core.asset.AssetId;
import dev.safelight.core.asset.Content;
import dev.safelight.core.asset.NewAsset;
import dev.safelight.core.id.Ids;
import dev.safelight.core.task.Result;
import dev.safelight.store.blobs.FolderBlobs;
import dev.safelight.testkit.contract.Order;
import dev.safelight.testkit.contract.Scene;
import dev.safelight.testkit.time.VirtualTime;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Random;

/**
 * A process that submits, stores files and completes tasks in a fresh folder, and says after each
 * that it is done: what is traced while a power cut is thought of. One thread does everything.
 */
final class TracedStore {
    static final String DONE = "done: ";

    /** Enough that a checkpoint is worth it, twice over. */
    private static final int BIG_ONES = 75;

    private static final String MEBIBYTE = "{\"prompt\":\"" + "x".repeat(1 << 20) + "\"}";

    private final VirtualTime time = new VirtualTime(Instant.parse("2026-11-22T12:00:00Z"));
    private final Ids ids = new Ids(time, new Random(2));
    private final SqliteHarness harness;
    private final FolderBlobs blobs;
    private final Scene scene;

    /** A file of several pages, outside the folder that is looked at. */
    private final Path scratch;

    private TracedStore(Path folder) throws IOException {
        scratch = Files.write(folder.resolveSibling("scratch"), new byte[100_000]);
        harness = new SqliteHarness(
                new StoreSettings.Location.File(folder.resolve("safelight.db")), time);
        blobs = FolderBlobs.open(folder.resolve("blobs"), time);
        scene = new Scene(harness, time);
    }

    public static void main(String[] folder) throws IOException {
        new TracedStore(Path.of(folder[0])).live();
    }

    private static void say(String what) {
        System.out.println(DONE + what);
        System.out.flush();
    }

    private void live() throws IOException {
        var ann = scene.account(1_000_000);
        say("an account");
        scene.accepted(Order.by(ann).under("a key"));
        say("a submit");
        blobs.put(content(1));
        say("a file");
        blobs.put(content(2));
        blobs.put(content(1));
        say("another file, and the first again");
        blobs.put(Content.of(scratch));
        say("a file that lay elsewhere");
        complete();
        startTheLogOver(ann);
        harness.close();
        say("closed");
    }

    private static Content content(int number) {
        return Content.of(("file " + number).getBytes(StandardCharsets.UTF_8));
    }

    private void complete() throws IOException {
        var lease = scene.claim(scene.worker(1));
        say("a claim");
        scene.done(harness.tasks().progress(lease, 10));
        scene.done(harness.tasks().checkpoint(lease, "{}"));
        say("a checkpoint");
        var blob = blobs.put(content(3));
        var file = new NewAsset(new AssetId(ids.next(1)), blob, "text/plain", "a.txt", "{}");
        scene.done(harness.tasks().complete(lease, new Result(List.of(file), "{}")));
        say("a result");
    }

    private void startTheLogOver(Principal ann) {
        for (int i = 0; i < BIG_ONES; i++) {
            scene.accepted(Order.by(ann).saying(MEBIBYTE));
            if (i % 20 == 0) say("a big submit");
            harness.opened().beside().forEach(step -> step.step(time.instant()));
        }
        say("many big submits");
    }
}
