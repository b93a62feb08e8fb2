package dev.safelight.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

class OpenedTest {

    @Nested
    class WhenOnePartCannotBeClosed {

        @Test
        void the_others_are_closed_all_the_same() {
            List<String> closed = new ArrayList<>();
            var opened = new Opened();
            opened.add(() -> closed.add("first"));
            opened.add(() -> {
                throw new IOException("stuck");
            });
            opened.add(() -> closed.add("last"));
            assertThatThrownBy(opened::close).isInstanceOf(IOException.class).hasMessage("stuck");
            assertThat(closed).containsExactly("last", "first");
        }
    }
}
