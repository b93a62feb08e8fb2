package dev.safelight.core.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;

class FanoutTest {

    @Test
    void one_that_throws_keeps_nobody_from_hearing() {
        var heard = new ArrayList<List<TaskChange>>();
        var fanout = new Fanout();
        fanout.add(changes -> {
            throw new IllegalStateException("planted");
        });
        fanout.add(heard::add);

        assertThatThrownBy(() -> fanout.committed(List.of())).hasMessage("planted");

        assertThat(heard).hasSize(1);
    }

    @Test
    void all_that_was_thrown_is_told() {
        var fanout = new Fanout();
        for (var name : List.of("first", "second", "third")) {
            fanout.add(changes -> {
                throw new IllegalStateException(name);
            });
        }

        assertThatThrownBy(() -> fanout.committed(List.of()))
                .hasMessage("first")
                .satisfies(thrown -> assertThat(thrown.getSuppressed())
                        .extracting(Throwable::getMessage)
                        .containsExactly("second", "third"));
    }
}
