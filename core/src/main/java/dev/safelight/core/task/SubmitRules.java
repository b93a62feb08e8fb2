package dev.safelight.core.task;

import dev.safelight.core.asset.AssetId;
import dev.safelight.core.ledger.Credits;
import dev.safelight.core.ledger.Hold;
import dev.safelight.core.task.SubmitVerdict.Accept;
import dev.safelight.core.task.SubmitVerdict.Conflict;
import dev.safelight.core.task.SubmitVerdict.NothingToRepeat;
import dev.safelight.core.task.SubmitVerdict.QueueFull;
import dev.safelight.core.task.SubmitVerdict.RepeatAnswer;
import dev.safelight.core.task.SubmitVerdict.ShortOfCredits;
import dev.safelight.core.task.SubmitVerdict.ShowTask;
import dev.safelight.core.task.SubmitVerdict.SpendLimitReached;
import dev.safelight.core.task.SubmitVerdict.UnknownFile;
import dev.safelight.core.task.SubmitVerdict.UnknownSession;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.Instant;

/**
 * What becomes of a submit, as a pure function of values: the same values give the same verdict, so
 * a store may read them ahead, lay over them what it has decided since, and decide again on newer
 * ones. A ladder of guards in order of precedence: what came before, what it belongs to, what the
 * account can pay, what the key may spend, what there is room for.
 */
public final class SubmitRules {
    /** How long an idempotency key is remembered; after that the same key asks anew. */
    public static final Duration IDEMPOTENCY_KEPT = Duration.ofHours(24);

    private SubmitRules() {}

    /**
     * Whether the account has what a submit names.
     *
     * @param hasSession true also when it names no session
     * @param missing the first of its files that is not the account's or has expired, or null
     */
    public record Named(boolean hasSession, @Nullable AssetId missing) {
        /** All of it is there. */
        public static final Named ALL = new Named(true, null);
    }

    /** Whether an idempotency key that was used then is still remembered. */
    public static boolean isRemembered(Instant used, Instant now) {
        return now.isBefore(used.plus(IDEMPOTENCY_KEPT));
    }

    /**
     * What becomes of a submit.
     *
     * @param byKey what came before under its idempotency key, if that is still remembered
     * @param byCallersId what came before under its caller's own id
     * @param named whether what it names is there
     */
    public static SubmitVerdict decide(
            NewTask submit,
            @Nullable Earlier byKey,
            @Nullable Earlier byCallersId,
            Named named,
            Funds funds,
            Room room) {
        if (byKey != null) return repeatOfKey(submit, byKey, byCallersId);
        if (byCallersId != null) return repeatOfCallersId(submit, byCallersId);
        if (submit.repeats().only()) return new NothingToRepeat();
        if (!named.hasSession()) return new UnknownSession();
        if (named.missing() != null) return new UnknownFile(named.missing());
        var hold = new Hold(submit.id().id(), submit.header().terms().hold());
        if (!funds.book().covers(hold.credits()))
            return new ShortOfCredits(hold.credits(), new Credits(funds.book().available()));
        var spent = funds.spending().exceeded(hold.credits(), funds.now());
        if (spent != null)
            return new SpendLimitReached(
                    spent.window(), spent.limit(), spent.used(), spent.resetsAt());
        if (room.isFull()) return new QueueFull(room.limit());
        return new Accept(hold);
    }

    /** A key and an id of the caller's own given together must name one task. */
    private static SubmitVerdict repeatOfKey(
            NewTask submit, Earlier byKey, @Nullable Earlier byCallersId) {
        boolean namesTwo = submit.input().callersId() != null
                && (byCallersId == null || !byCallersId.task().equals(byKey.task()));
        if (namesTwo) return new Conflict(byKey.task(), ConflictCause.NAMES_TWO_TASKS);
        if (!byKey.digest().equals(submit.repeats().digest()))
            return new Conflict(byKey.task(), ConflictCause.OTHER_REQUEST_OF_KEY);
        return new RepeatAnswer(byKey.task());
    }

    /** Other wishes, as another priority, are no other task. */
    private static SubmitVerdict repeatOfCallersId(NewTask submit, Earlier byCallersId) {
        return byCallersId.making().equals(submit.repeats().making())
                ? new ShowTask(byCallersId.task())
                : new Conflict(byCallersId.task(), ConflictCause.OTHER_REQUEST_OF_CALLERS_ID);
    }
}
