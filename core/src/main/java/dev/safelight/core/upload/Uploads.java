package dev.safelight.core.upload;

import dev.safelight.core.access.AccountLimits;
import dev.safelight.core.asset.AssetId;
import dev.safelight.core.id.AccountId;
import dev.safelight.core.text.TextSize;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * Takes files in: announced first and brought once within a time, or brought at once. A file whose
 * bytes are cut off may be brought again. Safe for use by many threads, and blocks none: what
 * blocks is in {@link Reception}.
 */
public final class Uploads {
    private final UploadPorts ports;
    private final UploadLimits limits;
    private final IncomingFiles incoming;
    private final Claims claims = new Claims();
    private final StorageMeter meter = new StorageMeter();

    public Uploads(UploadPorts ports, UploadLimits limits) {
        this.ports = ports;
        this.limits = limits;
        incoming = new IncomingFiles(limits.together());
    }

    public UploadLimits limits() {
        return limits;
    }

    /** How many files come in right now. */
    public int underWay() {
        return incoming.size();
    }

    /** Whether the bytes of an announced file come in right now. */
    public boolean isComing(AssetId id) {
        return claims.has(id);
    }

    /** Takes no more bytes of an announced file, whoever brings them. Any thread, never blocks. */
    public void end(AssetId id) {
        claims.end(id);
    }

    /** How many bytes of an account's come in right now, with their transcripts. */
    public long arriving(AccountId account) {
        return meter.arriving(account);
    }

    /** Announces a file whose bytes come later. */
    public CompletableFuture<UploadVerdict> announce(NewUpload what) {
        var until = ports.clock().instant().plus(limits.open());
        return ports.store().begin(what, until, limits.pending());
    }

    /**
     * Lets the bytes of an announced file come in.
     *
     * @param expected how many are said to come, or -1 where nothing is said
     */
    public CompletableFuture<UploadStart> open(AssetId id, long expected) {
        // Before the row is read: whoever deletes it later ends the claim.
        var claim = claims.claim(id);
        if (claim == null) return refused(new UploadRefusal.UnderWay());
        return openOrElse(
                () -> claims.disclaim(id),
                () -> ports.store().find(id).thenCompose(found -> open(claim, found, expected)));
    }

    private CompletableFuture<UploadStart> open(
            Claim claim, Optional<Upload> found, long expected) {
        var now = ports.clock().instant();
        if (found.isEmpty() || !found.get().isOpen(now))
            return refused(new UploadRefusal.NotOpen());
        var what = found.get().what();
        var destination = new Destination.Announced(ports.store(), what, claim);
        return admit(what, destination, expected, () -> claims.disclaim(what.id()));
    }

    /** Lets the bytes of a file come in that nobody announced; as {@link #open} otherwise. */
    public CompletableFuture<UploadStart> add(NewUpload what, long expected) {
        return admit(what, new Destination.AtOnce(ports.store(), what), expected, () -> {});
    }

    private CompletableFuture<UploadStart> admit(
            NewUpload what, Destination destination, long expected, Runnable left) {
        if (ports.accounts().find(what.text(), ports.clock().instant()).isEmpty())
            return refused(destination.keyEnded());
        var account = what.account();
        var tooMany = incoming.enter(account);
        if (tooMany != null) return refused(tooMany);
        var share = meter.open(account);
        Runnable out = () -> {
            share.close();
            incoming.leave(account);
        };
        return openOrElse(out, () -> {
            long mark = share.mark();
            int text = TextSize.of(what.wish().transcript());
            var most = ports.limits().of(account);
            return ports.store().used(account).thenCombine(most, (used, limit) -> {
                share.learn(limit.map(AccountLimits::storageBytes).orElse(0L), used, mark);
                if (!share.fits(text + Math.max(0, expected)) || !share.take(text))
                    return new UploadStart.Refused(share.refusal());
                return new UploadStart.Ready(new Reception(what, ports, destination, share, () -> {
                    out.run();
                    left.run();
                }));
            });
        });
    }

    /** What is asked for; whatever else than a reception comes of it is undone. */
    private static CompletableFuture<UploadStart> openOrElse(Runnable undo, Asking asking) {
        CompletableFuture<UploadStart> asked;
        try {
            asked = asking.ask();
        } catch (RuntimeException | Error fault) {
            asked = CompletableFuture.failedFuture(fault);
        }
        return asked.whenComplete((opening, fault) -> {
            if (!(opening instanceof UploadStart.Ready)) undo.run();
        });
    }

    @FunctionalInterface
    private interface Asking {
        CompletableFuture<UploadStart> ask();
    }

    private static CompletableFuture<UploadStart> refused(UploadRefusal why) {
        return CompletableFuture.completedFuture(new UploadStart.Refused(why));
    }
}
