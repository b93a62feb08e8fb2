package dev.safelight.engines.sandbox;

import dev.safelight.core.engine.EngineFailure;
import dev.safelight.core.engine.Job;
import dev.safelight.core.engine.Made;
import dev.safelight.core.engine.Run;
import dev.safelight.core.engine.Stopped;
import dev.safelight.core.task.FailureCode;

import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;

import java.io.IOException;

/** What a script tells on its way and comes to, alone or beside others. */
final class ScriptOutcome {
    private static final String MODEL = "sandbox-1";

    private ScriptOutcome() {}

    /** Reports what is to be told after so many slices. */
    static void report(Script script, int slices, Job job, Run run) throws Stopped {
        if (script.steps() == 0) return;
        run.progress(script.percentAfter(slices));
        if (script.previews()) run.preview(SampleFile.preview(job, MODEL));
    }

    /**
     * The end of a script that has an end.
     *
     * @param together how many were rendered in the call
     */
    static Made of(Job job, Script script, int together, Run run) throws EngineFailure {
        return switch (script.outcome()) {
            case SUCCEED, IGNORE_CANCEL -> made(job, script, together, run);
            case FLAKY -> {
                if (job.attempt() == 1) throw passing();
                yield made(job, script, together, run);
            }
            case FAIL ->
                throw EngineFailure.lasting(
                        FailureCode.MODEL_ERROR, "The sandbox was asked to fail.");
            case REFUSE ->
                throw EngineFailure.lasting(
                        FailureCode.PROMPT_REFUSED,
                        "The sandbox was asked to refuse the prompt. Try another prompt.");
            case FAIL_PASSING -> throw passing();
            case CRASH -> throw new IllegalStateException("the sandbox was asked to crash");
            case HANG -> throw new IllegalArgumentException("this script has no end");
        };
    }

    private static EngineFailure passing() {
        return EngineFailure.passing(
                FailureCode.MODEL_ERROR, "The sandbox was asked to fail in passing.");
    }

    private static Made made(Job job, Script script, int together, Run run) throws EngineFailure {
        var facts = JsonMapper.shared().createObjectNode();
        facts.put("model", MODEL).put("outcome", script.outcome().wire());
        if (together > 1) facts.put("together", together);
        if (!job.files().isEmpty()) tellInputs(job, run, facts.putArray("inputs"));
        return new Made(SampleFile.all(job, MODEL), facts);
    }

    /** Opens each file, so that one that cannot be opened is noticed. */
    private static void tellInputs(Job job, Run run, ArrayNode inputs) throws EngineFailure {
        for (var asset : job.files()) {
            var file = run.file(asset.file().id().toString());
            try (var bytes = file.open()) {
                var told = inputs.addObject().put("of", asset.file().id().toString());
                told.put("contentType", file.contentType()).put("bytes", bytes.size());
            } catch (IOException unreadable) {
                throw EngineFailure.passing(
                        FailureCode.STORAGE_FAILED,
                        "A file of the input could not be opened. Submit the task again.");
            }
        }
    }
}
