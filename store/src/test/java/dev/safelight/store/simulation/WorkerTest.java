package dev.safelight.store.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.safelight.core.asset.Content;
import dev.safelight.core.engine.Made;
import dev.safelight.core.engine.MadeFile;
import dev.safelight.core.task.NewWorker;
import dev.safelight.core.task.TaskStatus;
import dev.safelight.core.worker.WorkerSettings;

import org.junit.jupiter.api.Test;

import tools.jackson.databind.json.JsonMapper;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

class WorkerTest {

    private static Workplace workplace(int queueLimit) {
        var facts = JsonMapper.shared().createObjectNode();
        var file = new MadeFile("text/plain", "a.txt", Content.of(new byte[] {1}), facts);
        var made = new Made(List.of(file), facts);
        return new Workplace(queueLimit, (job, run) -> made, UnaryOperator.identity());
    }

    @Test
    void a_store_that_takes_nothing_is_not_asked_over_and_over() {
        try (var at = workplace(0)) {
            assertThat(at.nextWake()).isAfter(at.time.instant());
        }
    }

    @Test
    void once_dismissed_it_enters_again_as_soon_as_it_hears_of_it() {
        try (var at = workplace(100)) {
            // Somebody else came in under its node's name: its leases ended, its claim came back.
            var node = WorkerSettings.DEFAULT.node();
            var _ = at.store.tasks().enter(new NewWorker(node, Duration.ofHours(1), Map.of()));
            at.settle();
            assertThat(at.view(at.submit()).status()).isEqualTo(TaskStatus.SUCCEEDED);
        }
    }
}
