package dev.safelight.app.live;

import dev.safelight.core.asset.AssetId;
import dev.safelight.core.asset.Content;
import dev.safelight.core.asset.NewAsset;
import dev.safelight.core.id.Ids;
import dev.safelight.core.task.Failure;
import dev.safelight.core.task.FailureCode;
import dev.safelight.core.task.Lease;
import dev.safelight.core.task.NewWorker;
import dev.safelight.core.task.Result;
import dev.safelight.core.task.TaskStore;
import dev.safelight.core.task.WorkerId;
import dev.safelight.core.tool.EngineName;
import dev.safelight.store.blobs.FolderBlobs;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** A worker by hand: does what a test says to tasks that wait. */
public final class Hand {
    public static final EngineName CLIPS = new EngineName("clips");

    private final TaskStore tasks;
    private final FolderBlobs blobs;
    private final InstantSource time;
    private final Ids ids;
    private final WorkerId worker;

    Hand(TaskStore tasks, FolderBlobs blobs, InstantSource time) {
        this.tasks = tasks;
        this.blobs = blobs;
        this.time = time;
        ids = new Ids(time, new Random(3));
        var slots = Map.of(EngineName.ILLUSTRATOR, 8, EngineName.SPEECH, 8, CLIPS, 8);
        worker = tasks.enter(new NewWorker("node", Duration.ofDays(9), slots)).join();
    }

    public Lease take(EngineName engine) {
        return tasks.claim(worker, engine, 1).join().getFirst();
    }

    public void progress(Lease lease, int percent) {
        tasks.progress(lease, percent).join();
    }

    public void finish(Lease lease, String type, String name, byte[] bytes) throws IOException {
        finish(lease, type, name, bytes, "{}");
    }

    /** The same with what is known of the file, as JSON. */
    public void finish(Lease lease, String type, String name, byte[] bytes, String known)
            throws IOException {
        var blob = blobs.put(Content.of(bytes));
        var asset = new NewAsset(new AssetId(ids.next(1)), blob, type, name, known);
        var facts = "{\"engine\":\"hand\",\"files\":[{\"asset\":\"" + asset.id() + "\"}]}";
        tasks.complete(lease, new Result(List.of(asset), facts)).join();
    }

    /** Hands in this many pictures, which go after a while where that is said. */
    public void finish(Lease lease, int pictures, @Nullable Duration kept) throws IOException {
        var blob = blobs.put(Content.of(new byte[9]));
        var expires = kept == null ? null : time.instant().plus(kept);
        var made = new ArrayList<NewAsset>();
        for (int at = 0; at < pictures; at++) {
            var id = new AssetId(ids.next(1));
            made.add(new NewAsset(id, blob, "image/png", at + ".png", "{}", expires));
        }
        tasks.complete(lease, new Result(made, "{}")).join();
    }

    /** Says that the engine has stopped after a task ended without it. */
    public void stopped(Lease lease) {
        tasks.stopped(lease).join();
    }

    /** Hands in no file, but what is to be told of the making. */
    public void tell(Lease lease, String facts) {
        tasks.complete(lease, new Result(List.of(), facts)).join();
    }

    public void fail(Lease lease, FailureCode code) {
        tasks.fail(lease, new Failure(code, "It came to nothing. Try another prompt.", true), false)
                .join();
    }

    /** Fails for good: the prompt is not made. */
    public void refuse(Lease lease) {
        var failure = new Failure(FailureCode.PROMPT_REFUSED, "Try another prompt.", false);
        tasks.fail(lease, failure, false).join();
    }

    /** Fails an attempt in a way that another one may mend. */
    public void failInPassing(Lease lease) {
        var failure = new Failure(FailureCode.MODEL_ERROR, "Once more.", true);
        tasks.fail(lease, failure, true).join();
    }
}
