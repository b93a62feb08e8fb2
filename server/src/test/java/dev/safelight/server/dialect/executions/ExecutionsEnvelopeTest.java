package dev.safelight.server.dialect.executions;

import static org.assertj.core.api.Assertions.assertThat;

import dev.safelight.server.http.problem.Header;
import dev.safelight.server.http.problem.Problem;
import dev.safelight.server.http.problem.ProblemCode;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import tools.jackson.databind.json.JsonMapper;

import java.util.List;
import java.util.Set;

class ExecutionsEnvelopeTest {
    private static final Set<Integer> REPEATED = Set.of(408, 409, 429);

    @ParameterizedTest
    @EnumSource(ProblemCode.class)
    void every_problem_has_a_word_and_a_time_where_clients_repeat(ProblemCode code) {
        var answer = new ExecutionsEnvelope().show(Problem.of(code, "Why."), "req_1");
        var json = JsonMapper.shared().readTree(answer.body().array());
        assertThat(json.get("code").asString()).matches("[a-z]+(_[a-z]+)*");
        assertThat(json.get("message").asString()).isEqualTo("Why.");
        assertThat(json.get("requestId").asString()).isEqualTo("req_1");
        boolean repeated = answer.status() >= 500 || REPEATED.contains(answer.status());
        assertThat(answer.headers().stream().anyMatch(h -> h.name().equals("Retry-After")))
                .isEqualTo(repeated);
    }

    @Test
    void a_time_that_is_known_stays_the_only_one() {
        var problem = Problem.of(ProblemCode.RATE_LIMITED, "Why.").retryAfter(17);
        assertThat(new ExecutionsEnvelope().show(problem, "req_1").headers())
                .isEqualTo(List.of(new Header("Retry-After", "17")));
    }

    @Test
    void being_short_of_credits_is_429_here() {
        assertThat(ErrorWord.of(ProblemCode.INSUFFICIENT_CREDITS))
                .isEqualTo(new ErrorWord(429, "insufficient_credits"));
    }
}
