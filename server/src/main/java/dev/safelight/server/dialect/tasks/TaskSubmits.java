package dev.safelight.server.dialect.tasks;

import dev.safelight.core.ledger.Credits;
import dev.safelight.core.task.Submission;
import dev.safelight.core.task.Submit;
import dev.safelight.server.dialect.DialectPorts;
import dev.safelight.server.dialect.IdempotencyKeys;
import dev.safelight.server.dialect.ShownIds;
import dev.safelight.server.dialect.Submits;
import dev.safelight.server.http.face.Call;
import dev.safelight.server.http.problem.Problem;
import dev.safelight.server.http.problem.ProblemCode;
import dev.safelight.server.http.problem.Refusal;
import dev.safelight.server.outbound.AddressCheck;

import org.jspecify.annotations.Nullable;

import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/** Submits what was read, and words why nothing came of it. */
final class TaskSubmits {
    private static final DateTimeFormatter RESET = DateTimeFormatter.ofPattern(
                    "uuuu-MM-dd HH:mm:ss 'UTC'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    /** The field with the address that is told of the end. */
    static final String CALLBACK = "callback_url";

    private final Submits submits;
    private final InlinePictures pictures;
    private final AddressCheck addresses;

    TaskSubmits(DialectPorts ports, ShownIds ids) {
        pictures = new InlinePictures(ports, ids);
        submits = new Submits(ports, ids, "out_task_id");
        addresses = ports.data().webhooks().addresses();
    }

    /**
     * What a caller gives beside what is to be made.
     *
     * @param callersId the caller's own id for the task, or null
     * @param callback as the caller wrote it, or null
     */
    record Names(@Nullable String callersId, @Nullable String callback) {
        static final Names NONE = new Names(null, null);
    }

    /**
     * Submits it under the call's idempotency key. Pictures in it are temporary files from then on,
     * unless the same was submitted before or the address is refused.
     *
     * @param operation which was called, whatever the model
     */
    CompletableFuture<Submission> submit(
            Call call,
            SubmitInput.Read read,
            Names given,
            String operation,
            Submit.Rendering acknowledgement) {
        var answer = new Submit.Answer(ModelNames.DIALECT, operation, acknowledgement);
        var by = new InlinePictures.Bringer(call.who(), call.text());
        var key = IdempotencyKeys.of(call);
        var sending =
                new Sending(by, read, pictures.name(by, read), key, given.callersId(), answer);
        var submitted = given.callback() == null
                ? send(sending, null)
                : way(sending, given.callback()).thenCompose(Supplier::get);
        // Its answer may be held for minutes.
        return submitted.whenComplete((submission, fault) -> call.forgetBody());
    }

    /** What is to be done, by what is said of the address. */
    private CompletableFuture<Supplier<CompletableFuture<Submission>>> way(
            Sending sending, String callback) {
        CompletableFuture<Supplier<CompletableFuture<Submission>>> taken =
                addresses.require(CALLBACK, callback).thenApply(url -> () -> send(sending, url));
        return taken.exceptionally(refused -> () -> repeat(sending, refused));
    }

    /** A submit on its way, but for the address that is told of its end. */
    private record Sending(
            InlinePictures.Bringer by,
            SubmitInput.Read read,
            List<InlinePictures.Picture> pictures,
            @Nullable String key,
            @Nullable String callersId,
            Submit.Answer answer) {
        Submits.Asked asked(@Nullable String callback) {
            var names = new Submit.Names(key, callersId, callback);
            return new Submits.Asked(read.alias(), read.fields(), null, read.wishes(), names);
        }
    }

    private CompletableFuture<Submission> send(Sending sending, @Nullable String callback) {
        if (sending.pictures().isEmpty()) return decide(sending, callback);
        return earlier(sending)
                .thenCompose(earlier -> earlier instanceof Submission.NothingToRepeat
                        ? pictures.store(sending.by(), sending.pictures())
                                .thenCompose(stored -> decide(sending, callback))
                        : CompletableFuture.completedFuture(earlier));
    }

    private CompletableFuture<Submission> decide(Sending sending, @Nullable String callback) {
        return submits.submit(sending.by().who(), sending.asked(callback), sending.answer());
    }

    /** An address that is refused by now matters to nobody where the same was submitted before. */
    private CompletableFuture<Submission> repeat(Sending sending, Throwable refused) {
        return earlier(sending)
                .thenCompose(earlier -> earlier instanceof Submission.NothingToRepeat
                        ? CompletableFuture.failedFuture(refused)
                        : CompletableFuture.completedFuture(earlier));
    }

    /** What came of it when it was submitted before; its pictures need not be there for that. */
    private CompletableFuture<Submission> earlier(Sending sending) {
        var asked = sending.asked(null);
        return asked.names().areNone()
                ? CompletableFuture.completedFuture(new Submission.NothingToRepeat())
                : submits.repeat(sending.by().who(), asked, sending.answer());
    }

    Refusal refusal(Submission.Refused refused) {
        return new Refusal(
                switch (refused) {
                    case Submission.ShortOfCredits(var needed, var available) ->
                        unpaid(needed, available);
                    case Submission.SpendLimitReached reached ->
                        submits.refusal(refused).saying(overspent(reached));
                    case Submission.Conflict _ -> submits.refusal(refused);
                    case Submission.NothingToRepeat _ -> submits.refusal(refused);
                    case Submission.QueueFull _ -> submits.refusal(refused);
                    case Submission.UnknownFile _ -> submits.refusal(refused);
                    case Submission.NotAdmitted _ -> submits.refusal(refused);
                    case Submission.UnknownSession _ -> submits.refusal(refused);
                });
    }

    private static Problem unpaid(Credits needed, Credits available) {
        return Problem.of(
                ProblemCode.INSUFFICIENT_CREDITS,
                "This needs " + ShownCredits.of(needed) + " credits and "
                        + ShownCredits.of(available) + " are available. Wait for running tasks to"
                        + " give back what they hold, or ask the operator for a grant.");
    }

    /** Programs read these words. */
    private static String overspent(Submission.SpendLimitReached reached) {
        var window = switch (reached.window()) {
            case FIVE_HOURS -> "5h";
            case ONE_DAY -> "1d";
            case SEVEN_DAYS -> "7d";
        };
        return "rate_limit_" + window + " exceeded: " + ShownCredits.padded(reached.used()) + " / "
                + ShownCredits.padded(reached.limit()) + " used; resets at "
                + RESET.format(reached.resetsAt());
    }
}
