package dev.safelight.core.access;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.util.EnumSet;

class ScopeTest {

    @Test
    void is_written_in_one_order_and_read_again() {
        var some = EnumSet.of(Scope.OPERATOR, Scope.READ);
        assertThat(Scope.write(some)).isEqualTo("read operator");
        assertThat(Scope.read("read operator")).isEqualTo(some);
        assertThat(Scope.read(Scope.write(Scope.ALL))).isEqualTo(Scope.ALL);
    }

    @Test
    void gives_nothing_for_no_words_and_words_that_are_unknown() {
        assertThat(Scope.read("")).isEmpty();
        assertThat(Scope.read("* root READ")).isEmpty();
        assertThat(Scope.write(EnumSet.noneOf(Scope.class))).isEmpty();
    }
}
