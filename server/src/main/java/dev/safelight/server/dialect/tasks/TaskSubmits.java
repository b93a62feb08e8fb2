package dev.safelight.server.dialect.tasks;

import dev.safelight.core.ledger.Credits;
import dev.safelight.core.task.Submission;
import dev.safelight.core.task.Submit;
import dev.safelight.server.dialect.DialectPorts;
import dev.safelight.server.dialect.IdempotencyKeys;
import dev.safelight.server.dialect.ShownIds;
import dev.safelight.server.dialect.Submits;
import dev.safelight.server.http.Call;
import dev.safelight.server.http.Problem;
import dev.safelight.server.http.ProblemCode;
import dev.safelight.server.http.Refusal;

import org.jspecify.annotations.Nullable;

import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;

/** Submits what was read, and words why nothing came of it. */
final class TaskSubmits {
    private static final DateTimeFormatter RESET = DateTimeFormatter.ofPattern(
                    "uuuu-MM-dd HH:mm:ss 'UTC'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    private final Submits submits;
    private final InlinePictures pictures;

    TaskSubmits(DialectPorts ports, ShownIds ids) {
        pictures = new InlinePictures(ports, ids);
        submits = new Submits(ports, ids, "out_task_id");
    }

    /**
     * Submits it under the call's idempotency key. Pictures in it are files from then on, also when
     * it is refused.
     *
     * @param operation which was called, whatever the model
     */
    CompletableFuture<Submission> submit(
            Call call,
            SubmitInput.Read read,
            @Nullable String callersId,
            String operation,
            Submit.Rendering acknowledgement) {
        var names = new Submit.Names(IdempotencyKeys.of(call), callersId, null);
        var asked = new Submits.Asked(read.alias(), read.fields(), null, read.wishes(), names);
        var answer = new Submit.Answer(ModelNames.DIALECT, operation, acknowledgement);
        var who = call.who();
        var by = new InlinePictures.Bringer(who, call.text());
        return pictures.store(by, read.fields(), read.sources())
                .thenCompose(stored -> submits.submit(who, asked, answer));
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
