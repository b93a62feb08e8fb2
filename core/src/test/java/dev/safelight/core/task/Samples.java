package dev.safelight.core.task;

import dev.safelight.core.id.AccountId;
import dev.safelight.core.id.Id;
import dev.safelight.core.id.KeyId;
import dev.safelight.core.ledger.Credits;
import dev.safelight.core.ledger.Hold;
import dev.safelight.core.tool.EngineName;
import dev.safelight.core.tool.ToolName;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** One of each, for tests that only care which it is. */
final class Samples {
    static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
    static final WorkerId WORKER = new WorkerId(7);
    static final Duration RUN_LIMIT = Duration.ofMinutes(5);
    static final Credits HOLD = new Credits(80);
    static final Effort FIRST = new Effort(1, NOON, NOON.plus(RUN_LIMIT));
    static final Failure BROKEN = new Failure(FailureCode.MODEL_ERROR, "broken", true);
    static final Output OUTPUT = new Output(List.of(), "{}");
    static final TaskInput INPUT = new TaskInput("{\"prompt\":\"a cat\"}", Map.of(), null, null);
    static final Hold TASK_HOLD = new Hold(new Id(1, 2), HOLD);
    static final TaskId ID = new TaskId(new Id(1, 2));
    static final TaskHeader HEADER = new TaskHeader(
            ID,
            new Owner(new AccountId(1), new KeyId(1)),
            new Route(ToolName.GENERATE_IMAGE, "m", EngineName.SANDBOX),
            new Terms(5, HOLD, Duration.ofHours(1), RUN_LIMIT));

    private Samples() {}

    static List<TaskState> states() {
        return List.of(
                new TaskState.Pending(NOON.plusSeconds(60)),
                new TaskState.Running(FIRST, WORKER, 40),
                new TaskState.Retrying(FIRST, NOON.plusSeconds(1)),
                new TaskState.Succeeded(HOLD, OUTPUT),
                new TaskState.Failed(BROKEN),
                new TaskState.Cancelled());
    }

    static List<TaskEvent> events() {
        return List.of(
                new TaskEvent.Submitted(INPUT),
                new TaskEvent.Started(WORKER, FIRST),
                new TaskEvent.Progressed(50),
                new TaskEvent.Retried(BROKEN, NOON.plusSeconds(1)),
                new TaskEvent.Returned(NOON),
                new TaskEvent.Succeeded(HOLD, OUTPUT),
                new TaskEvent.Failed(BROKEN),
                new TaskEvent.Cancelled(),
                new TaskEvent.Stopped());
    }

    /** A task in a state, acquired three times so far. */
    static Task task(TaskState state) {
        return new Task(HEADER, state, new Task.Stamp(4, 3));
    }

    static Task running(int attempt) {
        return task(
                new TaskState.Running(new Effort(attempt, NOON, NOON.plus(RUN_LIMIT)), WORKER, 0));
    }
}
