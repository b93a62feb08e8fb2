package dev.safelight.server.dialect.tasks;

import dev.safelight.core.ledger.Credits;
import dev.safelight.core.task.Submission;
import dev.safelight.core.task.TaskId;
import dev.safelight.core.task.Tasks;
import dev.safelight.core.task.Terms;
import dev.safelight.server.dialect.Caller;
import dev.safelight.server.dialect.Expectations;
import dev.safelight.server.dialect.PreferredWait;
import dev.safelight.server.http.face.Answer;
import dev.safelight.server.http.face.Call;
import dev.safelight.server.http.face.JsonText;

import org.jspecify.annotations.Nullable;

import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;

/** {@code POST /v1/tasks/submit}. */
final class SubmitOperation {
    private static final int ACCEPTED = 202;
    private final SubmitInput input;
    private final TaskSubmits submits;
    private final Tasks tasks;
    private final TaskAnswers answers;
    private final TaskJson rendering;
    private final Expectations expectations;

    SubmitOperation(
            SubmitInput input,
            TaskSubmits submits,
            Tasks tasks,
            TaskAnswers answers,
            TaskJson rendering,
            Expectations expectations) {
        this.input = input;
        this.submits = submits;
        this.tasks = tasks;
        this.answers = answers;
        this.rendering = rendering;
        this.expectations = expectations;
    }

    Answer submit(Call call) {
        var caller = Caller.of(call);
        var preferred = PreferredWait.of(call);
        var read = input.read(call.body());
        read.fields().remove("stream");
        String callersId = taken(read.fields(), "out_task_id");
        var names = new TaskSubmits.Names(callersId, taken(read.fields(), TaskSubmits.CALLBACK));
        var model = read.alias().model();
        long seconds =
                expectations.secondsOfNew(caller.who(), model, read.wishes().priority());
        var terms = Tasks.terms(read.wishes(), model, Credits.ZERO);
        var submitted = submits.submit(
                call,
                read,
                names,
                "submit",
                (task, credits) -> text(json -> {
                    rendering.writeIds(json, task, callersId);
                    TaskJson.writeEstimate(json, "pending", credits, seconds);
                }));
        return Answer.later(
                submitted, submission -> answer(new Asked(caller, terms, preferred), submission));
    }

    private static @Nullable String taken(ObjectNode fields, String name) {
        JsonNode value = fields.remove(name);
        return value == null || value.isNull() ? null : value.asString();
    }

    private static String text(Consumer<JsonGenerator> members) {
        return new String(JsonText.object(members), StandardCharsets.UTF_8);
    }

    /** Who asked, what the task goes by that comes of it, and how its answer is to come. */
    private record Asked(
            Caller caller, Terms terms, @Nullable PreferredWait preferred) {}

    private Answer answer(Asked asked, Submission submission) {
        return switch (submission) {
            case Submission.Accepted(var task, var kept) ->
                answer(asked, task, made(asked, task, kept));
            case Submission.Replayed(var task, var kept) ->
                answer(asked, task, made(asked, task, kept).with("Idempotent-Replayed", "true"));
            case Submission.Existing(var task) -> current(asked, task);
            case Submission.Refused refused -> throw submits.refusal(refused);
        };
    }

    private Answer.Text made(Asked asked, TaskId task, String kept) {
        return Answer.json(
                ACCEPTED, answers.acknowledged(asked.caller(), task, asked.terms(), kept));
    }

    private Answer current(Asked asked, TaskId task) {
        return Answer.later(
                tasks.find(asked.caller().who(), task),
                found -> answers.show(
                        asked.caller(), found.orElseThrow(KeysTasks::noTask), asked.preferred()));
    }

    private Answer answer(Asked asked, TaskId task, Answer.Text made) {
        var preferred = asked.preferred();
        return preferred == null ? made : answers.hold(asked.caller(), task, preferred, made);
    }
}
