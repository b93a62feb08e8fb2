package dev.safelight.bench.store;

import dev.safelight.core.access.Principal;
import dev.safelight.core.id.Ids;
import dev.safelight.core.ledger.Credits;
import dev.safelight.core.task.Fingerprint;
import dev.safelight.core.task.NewTask;
import dev.safelight.core.task.Owner;
import dev.safelight.core.task.Route;
import dev.safelight.core.task.TaskHeader;
import dev.safelight.core.task.TaskId;
import dev.safelight.core.task.TaskInput;
import dev.safelight.core.task.Terms;
import dev.safelight.core.tool.EngineName;
import dev.safelight.core.tool.ToolName;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;

/**
 * Submits of the usual size, each with an idempotency key of its own. Safe for use by many threads.
 */
final class Orders {
    static final EngineName ENGINE = new EngineName("illustrator");
    private static final Route ROUTE =
            new Route(ToolName.GENERATE_IMAGE, "safelight-illustrator-1", ENGINE);
    private static final Terms TERMS =
            new Terms(5, new Credits(80), Duration.ofHours(24), Duration.ofMinutes(5));
    private static final String PROMPT =
            "a lighthouse keeper mending nets in the rain at dusk, oil painting, warm lamp light,"
                    + " gulls, wet cobbles, soft focus, seen from the quay";
    private final Ids ids = new Ids(InstantSource.system(), OpenStore.CHANCE);
    private final String run = Long.toString(System.nanoTime(), 36);

    static String input(long number) {
        return "{\"prompt\":\"" + PROMPT + " " + number + "\",\"aspectRatio\":\"16:9\","
                + "\"imageSize\":\"1K\",\"seed\":" + number * 31 + ",\"style\":\"painting\","
                + "\"negativePrompt\":\"text, watermark\",\"metadata\":{\"order\":\"A-" + number
                + "\"},\"workerId\":\"ses_0HZX5QK3V9T2M8R7W1Y4B6C0DE\"}";
    }

    NewTask order(Principal who, long number) {
        var id = new TaskId(ids.next(who.account().number()));
        var input = input(number);
        var owner = new Owner(who.account(), who.key());
        var key = Fingerprint.of(Long.toString(who.key().number()), run + "-" + number);
        var answer = "{\"taskId\":\"task_" + id.id() + "\",\"status\":\"PENDING\","
                + "\"estimatedCredits\":80}";
        return new NewTask(
                new TaskHeader(id, owner, ROUTE, TERMS),
                new TaskInput(input, Map.of(), null, null),
                List.of(),
                new NewTask.Repeatability(Fingerprint.of(input), Fingerprint.of(input), key, false),
                new NewTask.Acknowledgement("tools", answer),
                null);
    }
}
