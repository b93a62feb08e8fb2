package dev.safelight.core.task;

import static dev.safelight.core.task.Samples.NOON;

import static org.assertj.core.api.Assertions.assertThat;

import dev.safelight.core.id.AccountId;

import org.junit.jupiter.api.Test;

/** Who may call a task off, and when. */
class CancelRulesTest {
    private final TaskRules rules = new TaskRules(Retries.DEFAULT);
    private final Task task = Samples.task(new TaskState.Pending(NOON));
    private final AccountId owner = task.owner().account();
    private final AccountId stranger = new AccountId(owner.number() + 1);

    @Test
    void is_for_its_owner() {
        assertThat(rules.cancel(owner, owner, task))
                .isInstanceOfSatisfying(
                        CancelVerdict.Cancel.class,
                        verdict -> assertThat(verdict.change().next().state())
                                .isEqualTo(new TaskState.Cancelled()));
    }

    @Test
    void of_a_strangers_finds_nothing_whether_it_lives_or_not() {
        assertThat(rules.cancel(stranger, owner, task)).isEqualTo(CancelVerdict.Refusal.ABSENT);
        assertThat(rules.cancel(stranger, owner, null)).isEqualTo(CancelVerdict.Refusal.ABSENT);
    }

    @Test
    void of_none_finds_nothing() {
        assertThat(rules.cancel(owner, null, null)).isEqualTo(CancelVerdict.Refusal.ABSENT);
    }

    @Test
    void comes_too_late_for_one_that_has_ended() {
        assertThat(rules.cancel(owner, owner, null)).isEqualTo(CancelVerdict.Refusal.TOO_LATE);
        var ended = Samples.task(new TaskState.Cancelled());
        assertThat(rules.cancel(owner, owner, ended)).isEqualTo(CancelVerdict.Refusal.TOO_LATE);
    }
}
