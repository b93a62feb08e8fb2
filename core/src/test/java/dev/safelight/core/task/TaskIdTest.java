package dev.safelight.core.task;

import static org.assertj.core.api.Assertions.assertThat;

import dev.safelight.core.id.Id;

import org.junit.jupiter.api.Test;

class TaskIdTest {
    @Test
    void orders_tasks_as_their_ids_do() {
        var first = new TaskId(new Id(1, 9));
        assertThat(first)
                .isLessThan(new TaskId(new Id(2, 0)))
                .isLessThan(new TaskId(new Id(1, 10)));
        assertThat(first).isEqualByComparingTo(new TaskId(new Id(1, 9)));
        assertThat(new TaskId(new Id(2, 0))).isGreaterThan(first);
    }
}
