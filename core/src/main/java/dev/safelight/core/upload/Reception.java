package dev.safelight.core.upload;

import dev.safelight.core.asset.Arriving;
import dev.safelight.core.asset.Inspection;
import dev.safelight.core.asset.Undecided;
import dev.safelight.core.id.AccountId;
import dev.safelight.core.task.StoreFault;
import dev.safelight.core.text.TextSize;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/**
 * One file that comes in. Pieces are taken in order, then it is finished or, without that, cut;
 * closing it gives everything back that it held and leaves nothing of a file that was not stored.
 * Its methods block as writes do: called from platform threads only. They may be called by any
 * thread, one after the other.
 */
public final class Reception implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(Reception.class.getName());

    private final NewUpload what;
    private final UploadPorts ports;
    private Destination destination;
    private final StorageMeter.Share share;
    private final Runnable left;
    private @Nullable Arriving arriving;
    private boolean closed;

    /** Whether its bytes may be stored though no row names them or will. */
    private volatile boolean nameless;

    /** @param left called when it is closed, once */
    Reception(
            NewUpload what,
            UploadPorts ports,
            Destination destination,
            StorageMeter.Share share,
            Runnable left) {
        this.what = what;
        this.ports = ports;
        this.destination = destination;
        this.share = share;
        this.left = left;
    }

    /**
     * Learns what is said in a file that nobody announced.
     *
     * @return why there is no room for it, or null; after a refusal it can only be closed
     */
    public synchronized @Nullable UploadRefusal say(String transcript) {
        if (!share.take(TextSize.of(transcript))) return share.refusal();
        destination = switch (destination) {
            case Destination.AtOnce(var store, var told) ->
                new Destination.AtOnce(store, told.saying(transcript));
            case Destination.Announced _ ->
                throw new IllegalStateException("it was announced with it");
        };
        return null;
    }

    /**
     * Takes the bytes that come next.
     *
     * @return why they are not taken, or null; after a refusal it can only be closed
     * @throws StoreFault when they cannot be written
     */
    public synchronized @Nullable UploadRefusal take(ByteBuffer piece) {
        if (!destination.isWanted()) return new UploadRefusal.NotOpen();
        int more = piece.remaining();
        if (!share.take(more)) return share.refusal();
        try {
            arriving().add(piece);
            return null;
        } catch (IOException unwritable) {
            throw fault(unwritable, more);
        }
    }

    /** Whose file it is. */
    public AccountId account() {
        return what.account();
    }

    /** Whether to finish it takes a program, and so more time than others are to wait for. */
    public synchronized boolean takesProgram() {
        try {
            return ports.inspector().takesProgram(arriving().file());
        } catch (IOException unwritable) {
            throw fault(unwritable, 1);
        }
    }

    /**
     * Looks at the whole file and stores it. Bytes that are refused are gone when it completes.
     *
     * @return fails as the store does
     * @throws StoreFault when it cannot be written
     */
    public synchronized CompletableFuture<UploadOutcome> finish() {
        var ended = ended();
        if (ended != null) return refused(ended);
        try {
            return judge(ports.inspector().inspect(arriving().file()));
        } catch (Undecided busy) {
            LOG.log(System.Logger.Level.WARNING, busy.getMessage());
            return refused(new UploadRefusal.Undecided());
        } catch (IOException unwritable) {
            throw fault(unwritable, 1);
        }
    }

    /** Why bytes that may have been good when they began to come are not by now, or null. */
    private @Nullable UploadRefusal ended() {
        if (!destination.isWanted()) return new UploadRefusal.NotOpen();
        var key = ports.accounts().find(what.text(), ports.clock().instant());
        return key.isEmpty() ? destination.keyEnded() : null;
    }

    private CompletableFuture<UploadOutcome> judge(Inspection inspection) throws IOException {
        return switch (inspection) {
            case Inspection.Refused why -> refuse(why);
            case Inspection.Understood contents ->
                fits(contents) ? store(contents) : refuse(otherKind(contents));
        };
    }

    private boolean fits(Inspection.Understood contents) {
        String kind = what.wish().kind();
        return kind == null || kind.equals(kind(contents));
    }

    private static String kind(Inspection.Understood contents) {
        String type = contents.contentType();
        return type.equals("application/pdf") ? "pdf" : type.substring(0, type.indexOf('/'));
    }

    private Inspection.Refused otherKind(Inspection.Understood contents) {
        return new Inspection.Refused(
                Inspection.Reason.UNKNOWN_TYPE,
                "The file is " + contents.contentType() + ", but was announced as "
                        + what.wish().kind() + ". Announce it as what it is, or without a type.");
    }

    private CompletableFuture<UploadOutcome> refuse(Inspection.Refused why) {
        discard();
        return destination
                .refuse(why)
                .thenApply(
                        noted -> new UploadOutcome.Refused(new UploadRefusal.NotUnderstood(why)));
    }

    /** Seconds may have passed while the file was looked into, and again until it is on disk. */
    private CompletableFuture<UploadOutcome> store(Inspection.Understood contents)
            throws IOException {
        var before = ended();
        if (before != null) return refused(before);
        nameless = true;
        var blob = arriving().store();
        var meanwhile = ended();
        if (meanwhile != null) return refused(meanwhile);
        nameless = false;
        share.settle();
        return destination
                .keep(new Received(blob, contents))
                .whenComplete((verdict, fault) -> {
                    boolean isStored = verdict instanceof UploadVerdict.Stored;
                    share.settled(isStored);
                    nameless = fault == null ? !isStored : isUnwritten(fault);
                })
                .thenApply(Reception::ending);
    }

    private static boolean isUnwritten(Throwable fault) {
        var cause = fault instanceof CompletionException ? fault.getCause() : fault;
        return cause instanceof StoreFault store && store.kind() != StoreFault.Kind.UNKNOWN;
    }

    private static UploadOutcome ending(UploadVerdict verdict) {
        return switch (verdict) {
            case UploadVerdict.Stored(var asset) -> new UploadOutcome.Stored(asset);
            case UploadVerdict.NotOpen() -> new UploadOutcome.Refused(new UploadRefusal.NotOpen());
            case UploadVerdict.OverQuota(var limit, var used) ->
                new UploadOutcome.Refused(new UploadRefusal.OverQuota(limit, used));
            case UploadVerdict.Waiting _ -> throw new IllegalStateException("still waiting");
            case UploadVerdict.TooManyPending _ -> throw new IllegalStateException("not announced");
        };
    }

    private static CompletableFuture<UploadOutcome> refused(UploadRefusal why) {
        return CompletableFuture.completedFuture(new UploadOutcome.Refused(why));
    }

    /** The file is made for its first byte, so that whoever sends none costs no disk. */
    private Arriving arriving() throws IOException {
        if (closed) throw new IOException("the reception is closed");
        if (arriving == null) arriving = ports.blobs().receive();
        return arriving;
    }

    private StoreFault fault(IOException failed, long more) {
        boolean full = FullDisk.caused(failed, fileOrNull(), more);
        var kind = full ? StoreFault.Kind.FULL : StoreFault.Kind.BROKEN;
        return new StoreFault(kind, "an upload cannot be written", failed);
    }

    private @Nullable Path fileOrNull() {
        try {
            return arriving == null ? null : arriving.file();
        } catch (IOException unknown) {
            return null;
        }
    }

    @Override
    public synchronized void close() {
        if (closed) return;
        closed = true;
        discard();
        share.close();
        left.run();
    }

    private void discard() {
        try {
            if (arriving == null) return;
            try (var leaving = arriving) {
                arriving = null;
                if (nameless) leaving.withdraw();
            }
        } catch (IOException undeletable) {
            LOG.log(System.Logger.Level.WARNING, "an upload left its scratch", undeletable);
        }
    }
}
