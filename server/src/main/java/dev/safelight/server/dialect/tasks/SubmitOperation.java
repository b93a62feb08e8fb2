package dev.safelight.server.dialect.tasks;

import dev.safelight.core.access.Principal;
import dev.safelight.core.task.Submission;
import dev.safelight.core.task.Submit;
import dev.safelight.core.task.TaskId;
import dev.safelight.core.task.Tasks;
import dev.safelight.server.dialect.Expectations;
import dev.safelight.server.dialect.PreferredWait;
import dev.safelight.server.http.Answer;
import dev.safelight.server.http.Call;
import dev.safelight.server.http.JsonText;

import org.jspecify.annotations.Nullable;

import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.JsonNode;

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
        var who = call.who();
        var preferred = PreferredWait.of(call);
        var read = input.read(call.body());
        read.fields().remove("stream");
        JsonNode own = read.fields().remove("out_task_id");
        String callersId = own == null ? null : own.asString();
        int priority = read.fields().path("priority").asInt(Submit.Wishes.USUAL_PRIORITY);
        long seconds = expectations.secondsOfNew(who, read.alias().model(), priority);
        var submitted = submits.submit(
                call,
                read,
                callersId,
                "submit",
                (task, credits) -> text(json -> {
                    rendering.writeIds(json, task, callersId);
                    TaskJson.writeEstimate(json, "pending", credits, seconds);
                }));
        return Answer.later(submitted, submission -> answer(who, submission, preferred));
    }

    private static String text(Consumer<JsonGenerator> members) {
        return new String(JsonText.object(members), StandardCharsets.UTF_8);
    }

    private Answer answer(Principal who, Submission submission, @Nullable PreferredWait preferred) {
        return switch (submission) {
            case Submission.Accepted(var task, var answer) ->
                answer(who, task, Answer.json(ACCEPTED, answer), preferred);
            case Submission.Replayed(var task, var answer) -> {
                var again = Answer.json(ACCEPTED, answer).with("Idempotent-Replayed", "true");
                yield answer(who, task, again, preferred);
            }
            case Submission.Existing(var task) -> current(who, task, preferred);
            case Submission.Refused refused -> throw submits.refusal(refused);
        };
    }

    private Answer current(Principal who, TaskId task, @Nullable PreferredWait preferred) {
        return Answer.later(
                tasks.find(who, task),
                found -> answers.show(who, found.orElseThrow(KeysTasks::noTask), preferred));
    }

    private Answer answer(
            Principal who, TaskId task, Answer.Text made, @Nullable PreferredWait preferred) {
        return preferred == null ? made : answers.hold(who, task, preferred, made);
    }
}
