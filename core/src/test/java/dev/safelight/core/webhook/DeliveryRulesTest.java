package dev.safelight.core.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import dev.safelight.core.id.KeyId;
import dev.safelight.core.ledger.Credits;
import dev.safelight.core.task.Effort;
import dev.safelight.core.task.Failure;
import dev.safelight.core.task.FailureCode;
import dev.safelight.core.task.Output;
import dev.safelight.core.task.TaskEvent;
import dev.safelight.core.task.TaskInput;
import dev.safelight.core.task.WorkerId;

import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

class DeliveryRulesTest {
    private static final KeyId ANNS = new KeyId(1);
    private static final KeyId ANNS_OTHER = new KeyId(2);
    private static final Failure BROKEN = new Failure(FailureCode.MODEL_ERROR, "black", true);

    private static List<Interest> told(KeyId key, Occasion occasion, Interest... all) {
        return DeliveryRules.told(key, occasion, List.of(all), Function.identity());
    }

    @Test
    void the_end_of_a_task_is_told_and_nothing_else_of_it() {
        var at = Instant.EPOCH;
        assertThat(DeliveryRules.occasion(
                        new TaskEvent.Succeeded(new Credits(1), new Output(List.of(), "{}"))))
                .isEqualTo(Occasion.TASK_SUCCEEDED);
        assertThat(DeliveryRules.occasion(new TaskEvent.Failed(BROKEN)))
                .isEqualTo(Occasion.TASK_FAILED);
        assertThat(DeliveryRules.occasion(new TaskEvent.Cancelled()))
                .isEqualTo(Occasion.TASK_CANCELLED);
        var untold = List.of(
                new TaskEvent.Submitted(new TaskInput("{}", Map.of(), null, null)),
                new TaskEvent.Started(new WorkerId(1), new Effort(1, at, at)),
                new TaskEvent.Progressed(5),
                new TaskEvent.Retried(BROKEN, at),
                new TaskEvent.Returned(at),
                new TaskEvent.Stopped());
        for (var event : untold) assertThat(DeliveryRules.occasion(event)).isNull();
    }

    @Test
    void an_endpoint_without_names_is_told_of_everything() {
        var all = Interest.in(null, Set.of());
        for (var occasion : Occasion.values())
            assertThat(told(ANNS, occasion, all)).containsExactly(all);
    }

    @Test
    void an_endpoint_with_names_is_told_of_these_alone() {
        for (var wanted : Occasion.values()) {
            var only = Interest.in(null, EnumSet.of(wanted));
            var rest = Interest.in(null, EnumSet.complementOf(EnumSet.of(wanted)));
            for (var occasion : Occasion.values())
                assertThat(told(ANNS, occasion, only, rest))
                        .containsExactly(occasion == wanted ? only : rest);
        }
    }

    @Test
    void an_endpoint_of_a_key_is_told_of_what_that_key_asked_for() {
        var own = Interest.in(ANNS, Set.of());
        var all = Interest.in(null, Set.of());
        assertThat(told(ANNS, Occasion.TASK_FAILED, own, all)).containsExactly(own, all);
        assertThat(told(ANNS_OTHER, Occasion.TASK_FAILED, own, all)).containsExactly(all);
    }

    @Test
    void both_have_to_match() {
        var own = Interest.in(ANNS, Set.of(Occasion.TASK_FAILED));
        assertThat(told(ANNS, Occasion.TASK_FAILED, own)).hasSize(1);
        assertThat(told(ANNS, Occasion.TASK_SUCCEEDED, own)).isEmpty();
        assertThat(told(ANNS_OTHER, Occasion.TASK_FAILED, own)).isEmpty();
    }

    @Test
    void a_file_is_told_to_whoever_is_not_of_one_key() {
        var own = Interest.in(ANNS, Set.of());
        var all = Interest.in(null, Set.of());
        var others = Interest.in(null, Set.of(Occasion.TASK_FAILED));
        assertThat(DeliveryRules.told(
                        Occasion.FILE_UPLOADED, List.of(own, all, others), Function.identity()))
                .containsExactly(all);
    }

    @Test
    void only_clips_and_sound_can_be_played() {
        assertThat(DeliveryRules.studied(true))
                .containsExactly(Occasion.FILE_PLAYABLE, Occasion.FILE_UNDERSTOOD);
        assertThat(DeliveryRules.fits(Occasion.FILE_PLAYABLE, "video/mp4")).isTrue();
        assertThat(DeliveryRules.fits(Occasion.FILE_PLAYABLE, "audio/ogg")).isTrue();
        assertThat(DeliveryRules.fits(Occasion.FILE_PLAYABLE, "image/png")).isFalse();
        assertThat(DeliveryRules.fits(Occasion.FILE_UNDERSTOOD, "image/png")).isTrue();
    }
}
