package dev.safelight.server.upload;

import dev.safelight.core.asset.Asset;
import dev.safelight.core.task.StoreFault;
import dev.safelight.core.upload.NewUpload;
import dev.safelight.core.upload.Reception;
import dev.safelight.core.upload.UploadOutcome;
import dev.safelight.core.upload.UploadRefusal;
import dev.safelight.core.upload.UploadStart;
import dev.safelight.core.upload.Uploads;
import dev.safelight.server.http.body.Upload;
import dev.safelight.server.http.problem.Refusal;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.nio.ByteBuffer;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.function.Function;

/**
 * The way of bytes into the store. What it answers fails with a {@link Refusal} when they are not
 * taken, and completes when nothing is left of them.
 */
public final class Intake {
    private static final Logger LOG = LoggerFactory.getLogger(Intake.class);

    private final Uploads uploads;
    private final Executor threads;
    private final AccountTurns headers;
    private final AccountTurns programs;

    /** @param threads for writes, digests and inspection; few, and no virtual ones */
    public Intake(Uploads uploads, Executor threads) {
        this.uploads = uploads;
        this.threads = threads;
        var limits = uploads.limits();
        var together = limits.together();
        // Half of the threads go on taking pieces, less those that wait for a program.
        int most = Math.max(1, limits.threads() / 2);
        int programsAtOnce = Math.min(most, together.programs());
        headers = new AccountTurns(most, together.ofAccount(), threads);
        // A clip may take a second of a processor: nobody's picture is to wait for that.
        programs = new AccountTurns(programsAtOnce, together.ofAccount(), threads);
    }

    /** Takes a body as a file that was announced, or not: as it was opened. */
    CompletableFuture<Asset> take(Upload body, CompletableFuture<UploadStart> opening) {
        return take(body, opening, 0);
    }

    private CompletableFuture<Asset> take(
            Upload body, CompletableFuture<UploadStart> opening, int transcript) {
        var limits = uploads.limits();
        var terms = new Upload.Terms(limits.bytes() + transcript, limits.bytesAMinute(), threads);
        return within(opening, reception -> read(body, reception, transcript, terms))
                .exceptionallyCompose(fault -> CompletableFuture.failedFuture(ofWholeFile(fault)));
    }

    private static CompletableFuture<?> read(
            Upload body, Reception reception, int transcript, Upload.Terms terms) {
        Upload.Sink file = piece -> take(reception, piece);
        if (transcript == 0) return body.into(file, terms);
        var leading = new LeadingTranscript(transcript, text -> refuse(reception.say(text)), file);
        return body.into(leading, terms).thenRun(leading::mustBeWhole);
    }

    /**
     * Takes a body as a file that nobody announced.
     *
     * @param transcript with how many bytes of UTF-8 it begins that are what is said in the file
     */
    public CompletableFuture<Asset> take(Upload body, NewUpload what, int transcript) {
        return take(body, uploads.add(what, body.declaredLength()), transcript);
    }

    /** Takes bytes in memory as a file that nobody announced. */
    public CompletableFuture<Asset> take(byte[] bytes, NewUpload what) {
        return within(
                uploads.add(what, bytes.length),
                reception -> CompletableFuture.completedFuture(ByteBuffer.wrap(bytes))
                        .thenAcceptAsync(all -> take(reception, all), threads));
    }

    /** A call that is nothing but the file heeds no idempotency key, so none is advised. */
    private static Throwable ofWholeFile(Throwable fault) {
        var cause = fault instanceof CompletionException ? fault.getCause() : fault;
        if (!(cause instanceof StoreFault store) || store.kind() != StoreFault.Kind.UNKNOWN)
            return fault;
        LOG.warn("a file that may be stored: {}", store.getMessage());
        return new Refusal(UploadProblem.unknown());
    }

    private static void take(Reception reception, ByteBuffer piece) {
        refuse(reception.take(piece));
    }

    private static void refuse(@Nullable UploadRefusal why) {
        if (why != null) throw new Refusal(UploadProblem.of(why));
    }

    /** Reads, finishes, and closes the reception whatever came of the two. */
    private CompletableFuture<Asset> within(
            CompletableFuture<UploadStart> opening,
            Function<Reception, CompletableFuture<?>> reading) {
        return opening.thenCompose(opened -> switch (opened) {
            case UploadStart.Refused(var why) ->
                CompletableFuture.failedFuture(new Refusal(UploadProblem.of(why)));
            case UploadStart.Ready(var reception) ->
                begun(reception, reading)
                        .thenComposeAsync(read -> finished(reception), threads)
                        .whenCompleteAsync((ending, fault) -> reception.close(), threads)
                        .thenApply(Intake::stored);
        });
    }

    private CompletableFuture<UploadOutcome> finished(Reception reception) {
        var turns = reception.takesProgram() ? programs : headers;
        return CompletableFuture.completedFuture(reception)
                .thenComposeAsync(Reception::finish, turns.of(reception.account()));
    }

    private static CompletableFuture<?> begun(
            Reception reception, Function<Reception, CompletableFuture<?>> reading) {
        try {
            return reading.apply(reception);
        } catch (RuntimeException | Error fault) {
            return CompletableFuture.failedFuture(fault);
        }
    }

    private static Asset stored(UploadOutcome ending) {
        return switch (ending) {
            case UploadOutcome.Stored(var asset) -> asset;
            case UploadOutcome.Refused(var why) -> throw new Refusal(UploadProblem.of(why));
        };
    }
}
