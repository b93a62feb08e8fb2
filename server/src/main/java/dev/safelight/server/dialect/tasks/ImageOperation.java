package dev.safelight.server.dialect.tasks;

import dev.safelight.core.access.Principal;
import dev.safelight.core.asset.Asset;
import dev.safelight.core.task.Failure;
import dev.safelight.core.task.FailureCode;
import dev.safelight.core.task.Submission;
import dev.safelight.core.task.TaskId;
import dev.safelight.core.task.TaskState;
import dev.safelight.core.task.TaskView;
import dev.safelight.core.tool.Medium;
import dev.safelight.server.dialect.DialectPorts;
import dev.safelight.server.dialect.ShownIds;
import dev.safelight.server.http.face.Answer;
import dev.safelight.server.http.face.Call;
import dev.safelight.server.http.face.JsonText;
import dev.safelight.server.http.problem.Problem;
import dev.safelight.server.http.problem.ProblemCode;
import dev.safelight.server.http.problem.Refusal;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/**
 * {@code POST /v1/images/generations}: submits, and holds the answer until the pictures are there
 * or the model's deadline is over. The task goes on whatever becomes of the call.
 */
final class ImageOperation {
    private final SubmitInput input;
    private final TaskSubmits submits;
    private final DialectPorts ports;
    private final ShownIds ids;
    private final TaskAnswers answers;

    ImageOperation(
            SubmitInput input,
            TaskSubmits submits,
            DialectPorts ports,
            ShownIds ids,
            TaskAnswers answers) {
        this.input = input;
        this.submits = submits;
        this.ports = ports;
        this.ids = ids;
        this.answers = answers;
    }

    Answer generate(Call call) {
        var who = call.who();
        var read = input.read(call.body());
        if (read.alias().tool().medium() != Medium.IMAGE)
            throw new Refusal(Problem.invalid(
                    "model", "model \"" + read.alias().name() + "\" makes no images."));
        read.fields().remove("response_format");
        var longest = read.alias().tool().deadline();
        // Callers repeat what they cannot wait for, so a task is only made where the wait is held.
        return new Answer.Reserved(() -> {
            // What is answered is read from the task, so nothing need be kept for a replay.
            var submitted = submits.submit(
                    call, read, TaskSubmits.Names.NONE, "images", (task, credits) -> "{}");
            return Answer.later(submitted, submission -> answer(who, submission, longest));
        });
    }

    private Answer answer(Principal who, Submission submission, Duration longest) {
        return switch (submission) {
            case Submission.Accepted(var task, var answer) -> hold(who, task, longest, false);
            case Submission.Replayed(var task, var answer) -> hold(who, task, longest, true);
            case Submission.Existing(var task) ->
                throw new IllegalStateException("no id of the caller's own was given");
            case Submission.Refused refused -> throw submits.refusal(refused);
        };
    }

    private Answer hold(Principal who, TaskId task, Duration longest, boolean again) {
        var until = ports.source().clock().instant().plus(longest);
        var end = ports.work().waits().forEnd(who.account(), task, until);
        var images = end.thenCompose(waited -> images(waited.orElseThrow().view()));
        var text = again
                ? images.thenApply(shown -> shown.with("Idempotent-Replayed", "true"))
                : images;
        return new Answer.Held(text, () -> end.cancel(false), true);
    }

    private CompletableFuture<Answer.Text> images(TaskView view) {
        return switch (view.state()) {
            case TaskState.Succeeded succeeded ->
                answers.made(view).thenApply(files -> images(view, files));
            case TaskState.Failed(var failure) -> throw failed(view, failure);
            case TaskState.Cancelled() ->
                throw new Refusal(ProblemCode.TASK_FAILED, ids.of(view.id()) + " was called off.");
            case TaskState.Live _ -> throw unfinished(view.id());
        };
    }

    private Answer.Text images(TaskView view, List<Asset> files) {
        return Answer.json(JsonText.object(json -> {
            json.writeNumberProperty("created", view.times().created().getEpochSecond());
            json.writeArrayPropertyStart("data");
            for (var file : files) {
                json.writeStartObject();
                json.writeStringProperty("url", answers.files().address(file));
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeStringProperty("task_id", ids.of(view.id()));
            TaskJson.writeOrigin(json, view);
        }));
    }

    private Refusal failed(TaskView view, Failure failure) {
        String why = failure.code().wire() + ": " + answers.message(view, failure);
        return new Refusal(problem(failure), ids.of(view.id()) + " failed with " + why);
    }

    private static ProblemCode problem(Failure failure) {
        if (failure.code() == FailureCode.PROMPT_REFUSED) return ProblemCode.PROMPT_REFUSED;
        return failure.retryable() ? ProblemCode.INTERNAL_ERROR : ProblemCode.TASK_FAILED;
    }

    private Refusal unfinished(TaskId task) {
        return new Refusal(
                ProblemCode.TASK_UNFINISHED,
                ids.of(task) + " goes on. Ask /v1/tasks/query for it.");
    }
}
