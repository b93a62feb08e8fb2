package dev.safelight.store.sqlite.writer;

import dev.safelight.core.ledger.Hold;
import dev.safelight.core.task.Earlier;
import dev.safelight.core.task.Funds;
import dev.safelight.core.task.NewTask;
import dev.safelight.core.task.Room;
import dev.safelight.core.task.Submission;
import dev.safelight.core.task.SubmitRules;
import dev.safelight.core.task.SubmitVerdict;
import dev.safelight.store.sqlite.rows.EarlierSubmits;
import dev.safelight.store.sqlite.rows.EarlierSubmits.Known;
import dev.safelight.store.sqlite.rows.EarlierSubmits.OutId;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Objects;

/** Takes submits up as core's rules decide, within an open batch. Confined to the writer thread. */
final class SubmitDecider {
    private final Transaction tx;
    private final Recorder recorder;
    private final LiveTasks live;
    private final long mostLive;

    /**
     * @param mostLive how many tasks may be live at once
     */
    SubmitDecider(Transaction tx, Recorder recorder, LiveTasks live, long mostLive) {
        this.tx = tx;
        this.recorder = recorder;
        this.live = live;
        this.mostLive = mostLive;
    }

    static @Nullable OutId outId(NewTask submit) {
        String id = submit.input().callersId();
        return id == null ? null : new OutId(submit.header().owner().key().number(), id);
    }

    void decide(Command.Submit command) {
        var outcome = decide(command.task());
        tx.afterCommit(() -> command.answer().complete(outcome));
    }

    private Submission decide(NewTask submit) {
        var byKey = tx.earlier.find(submit.repeats().idempotencyKey());
        var byOutId = tx.earlier.find(outId(submit));
        var book = tx.books().book(submit.header().owner().account().number());
        var spending = tx.spend().of(submit.header().owner().key());
        var files = tx.taskFiles.find(submit, tx.now());
        var verdict = SubmitRules.decide(
                submit,
                earlier(byKey),
                earlier(byOutId),
                new SubmitRules.Named(hasSession(submit), files.missing()),
                new Funds(book, spending, tx.now()),
                new Room(live.size(), mostLive));
        return switch (verdict) {
            case SubmitVerdict.Accept(var hold) -> accept(submit, hold, files.rows());
            case SubmitVerdict.RepeatAnswer(var task) ->
                new Submission.Replayed(task, tx.earlier.answer(Objects.requireNonNull(byKey)));
            case SubmitVerdict.ShowTask(var task) -> new Submission.Existing(task);
            case SubmitVerdict.Conflict(var task, var cause) ->
                new Submission.Conflict(task, cause);
            case SubmitVerdict.NothingToRepeat() -> new Submission.NothingToRepeat();
            case SubmitVerdict.UnknownSession() -> new Submission.UnknownSession();
            case SubmitVerdict.UnknownFile(var file) -> new Submission.UnknownFile(file);
            case SubmitVerdict.ShortOfCredits(var needed, var available) ->
                new Submission.ShortOfCredits(needed, available);
            case SubmitVerdict.SpendLimitReached(var window, var limit, var used, var resetsAt) ->
                new Submission.SpendLimitReached(window, limit, used, resetsAt);
            case SubmitVerdict.QueueFull(var limit) -> new Submission.QueueFull(limit);
        };
    }

    private boolean hasSession(NewTask submit) {
        return submit.input().session() == null || tx.sessions().find(submit) != null;
    }

    private static @Nullable Earlier earlier(@Nullable Known known) {
        return known == null ? null : known.earlier();
    }

    /** @param files the rows of those that it names */
    private Submission accept(NewTask submit, Hold hold, List<Long> files) {
        var task = recorder.begin(submit, hold);
        tx.taskFiles.keep(task.row, files);
        live.add(task);
        live.enqueue(task);
        remember(submit, task);
        return new Submission.Accepted(submit.id(), submit.answer().json());
    }

    /** For the rest of the batch, and from its commit on for good. */
    private void remember(NewTask submit, LiveTask task) {
        var key = submit.repeats().idempotencyKey();
        var outId = outId(submit);
        if (key == null && outId == null) return;
        var known = new EarlierSubmits.Known(
                new Earlier(
                        submit.id(), submit.repeats().digest(), submit.repeats().making()),
                task.last,
                submit.answer().json());
        tx.earlier.add(key, outId, known);
        if (key != null) tx.afterCommit(() -> tx.idempotency.used(key, task.row));
    }
}
