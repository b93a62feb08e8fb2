package dev.safelight.server.dialect.tasks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.safelight.server.http.problem.ProblemCode;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import java.util.Set;

/** The table of errors that the documents have. */
class ErrorWordTest {
    private static final Set<String> TYPES = Set.of(
            "invalid_request_error",
            "authentication_error",
            "permission_error",
            "rate_limit_exceeded",
            "api_error");

    @ParameterizedTest
    @CsvSource({
        "INVALID_JSON, 400, invalid_param, invalid_request_error",
        "INVALID_INPUT, 400, invalid_param, invalid_request_error",
        "MISSING_KEY, 401, invalid_api_key, invalid_request_error",
        "INVALID_KEY, 401, invalid_api_key, invalid_request_error",
        "INSUFFICIENT_CREDITS, 402, insufficient_balance, invalid_request_error",
        "NOT_AUTHORIZED, 403, permission_denied, permission_error",
        "ROUTE_NOT_FOUND, 404, not_found, invalid_request_error",
        "TASK_NOT_FOUND, 404, task_not_found, invalid_request_error",
        "NAME_CONFLICT, 409, duplicate_out_task_id, invalid_request_error",
        "PAYLOAD_TOO_LARGE, 413, request_entity_too_large, invalid_request_error",
        "RATE_LIMITED, 429, rate_limit_exceeded, rate_limit_exceeded",
        "PROMPT_REFUSED, 451, content_policy_violation, invalid_request_error",
        "INTERNAL_ERROR, 500, internal_error, api_error",
        "OVERLOADED, 503, api_error, api_error",
        "TASK_UNFINISHED, 504, timeout, api_error",
    })
    void a_documented_error_has_its_words(
            ProblemCode problem, int status, String code, String type) {
        assertThat(ErrorWord.of(problem)).isEqualTo(new ErrorWord(status, code, type));
    }

    @ParameterizedTest
    @EnumSource
    void every_problem_has_a_type_that_callers_know_and_keeps_its_kind(ProblemCode problem) {
        var word = ErrorWord.of(problem);
        assertThat(TYPES).contains(word.type());
        assertThat(word.status() / 100).isEqualTo(problem.status() / 100);
    }

    @Test
    void a_bad_key_is_told_in_the_documented_words_first() {
        assertThat(ErrorWord.of(ProblemCode.INVALID_KEY).message("It is mistyped."))
                .isEqualTo("invalid x-api-key: It is mistyped.");
    }
}
