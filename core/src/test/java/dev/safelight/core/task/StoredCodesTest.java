package dev.safelight.core.task;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Rows that are on disk already are read by these: none may ever change. */
class StoredCodesTest {
    @ParameterizedTest
    @CsvSource({
        "0, PENDING",
        "1, RUNNING",
        "2, RETRYING",
        "3, SUCCEEDED",
        "4, FAILED",
        "5, CANCELLED"
    })
    void of_a_status_stay(int code, TaskStatus status) {
        assertThat(status.code()).isEqualTo(code);
        assertThat(TaskStatus.of(code)).isEqualTo(status);
    }

    @ParameterizedTest
    @CsvSource({
        "0, SUBMITTED",
        "1, STARTED",
        "2, PROGRESSED",
        "3, RETRIED",
        "4, RETURNED",
        "5, SUCCEEDED",
        "6, FAILED",
        "7, CANCELLED",
        "8, STOPPED"
    })
    void of_an_event_stay(int code, TaskEvent.Kind kind) {
        assertThat(kind.code()).isEqualTo(code);
        assertThat(TaskEvent.Kind.of(code)).isEqualTo(kind);
    }

    @ParameterizedTest
    @EnumSource
    void a_failure_is_on_the_wire_as_it_is_stored_in_small_letters(FailureCode code) {
        assertThat(code.wire()).isEqualToIgnoringCase(code.name()).isLowerCase();
    }
}
