package dev.safelight.core.upload;

import dev.safelight.core.asset.AssetId;
import dev.safelight.core.asset.Inspection;
import dev.safelight.core.id.AccountId;

import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** Keeps uploads. Each change is one transaction, durable when complete. */
public interface UploadStore {

    /**
     * Announces a file: {@link UploadVerdict.Waiting}, or too many wait already.
     *
     * @param until when its bytes must have begun to come
     * @param mostPending how many of an account's may wait at once
     */
    CompletableFuture<UploadVerdict> begin(NewUpload upload, Instant until, int mostPending);

    /** One whose bytes are not there, by its id alone: a signed address names no account. */
    CompletableFuture<Optional<Upload>> find(AssetId id);

    /**
     * Makes a file of an upload whose bytes are stored: {@link UploadVerdict.Stored}, not open, or
     * over the quota. Of two that bring bytes for one upload, one is told that it is not open.
     */
    CompletableFuture<UploadVerdict> finish(AssetId id, Received received);

    /**
     * Takes a file that was not announced: {@link UploadVerdict.Stored}, over the quota, or not
     * open where there is a file of that id: ids that are derived from bytes may come twice. One
     * that has expired is there again, as a file that is stored now.
     */
    CompletableFuture<UploadVerdict> add(NewUpload upload, Received received);

    /** Writes down why the bytes were not taken, so that whoever asks for the file is told. */
    CompletableFuture<Boolean> refuse(AssetId id, Inspection.Refused why);

    /** What an account's uploads take with their transcripts, in bytes, as of the last commit. */
    CompletableFuture<Long> used(AccountId account);

    /**
     * Forgets what did not come in time, or was refused, before the moment.
     *
     * @param limit how many at most
     * @return how many there were
     */
    CompletableFuture<Integer> forget(Instant before, int limit);

    /**
     * Gives back what files take that have expired by the moment, uploads and others alike: they
     * are in no list and public to nobody from here on. Each is counted once.
     *
     * @param limit how many at most
     * @return how many there were
     */
    CompletableFuture<Integer> expire(Instant moment, int limit);
}
