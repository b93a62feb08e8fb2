package dev.safelight.server.http.problem;

import static org.assertj.core.api.Assertions.assertThat;

import dev.safelight.core.id.Cursor;
import dev.safelight.core.id.UnknownCursor;
import dev.safelight.core.task.StoreFault;
import dev.safelight.server.http.face.ProblemJson;

import org.junit.jupiter.api.Test;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.concurrent.CompletionException;

class ProblemsTest {

    private static JsonNode shown(Problem problem) {
        var text = new ProblemJson().show(problem, "req_1");
        return JsonMapper.shared()
                .readTree(StandardCharsets.UTF_8.decode(text.body()).toString());
    }

    @Test
    void every_member_of_rfc_9457_is_shown_and_ours_beside_them() {
        var problem = shown(Problem.invalid("text", "'text' is required."));
        assertThat(problem.toString())
                .isEqualTo("{\"type\":\"urn:safelight:problem:invalid_input\","
                        + "\"title\":\"The input is not valid\",\"status\":400,"
                        + "\"detail\":\"'text' is required.\","
                        + "\"instance\":\"urn:safelight:request:req_1\","
                        + "\"code\":\"invalid_input\",\"retryable\":false,\"charged\":false,"
                        + "\"request_id\":\"req_1\","
                        + "\"errors\":[{\"field\":\"text\",\"message\":\"'text' is required.\"}]}");
    }

    @Test
    void a_fault_of_the_store_says_whether_anything_was_written() {
        assertThat(of(StoreFault.Kind.FULL).status()).isEqualTo(507);
        for (var kind : Arrays.asList(
                StoreFault.Kind.BUSY, StoreFault.Kind.BROKEN, StoreFault.Kind.UNKNOWN)) {
            assertThat(of(kind).status()).isEqualTo(503);
            assertThat(of(kind).headers()).extracting(Header::name).contains("Retry-After");
        }
        var unknown = shown(of(StoreFault.Kind.UNKNOWN));
        assertThat(unknown.get("charged").isNull()).isTrue();
        assertThat(unknown.get("detail").asString()).contains("same Idempotency-Key");
    }

    private static Problem of(StoreFault.Kind kind) {
        return Problems.of(new CompletionException(new StoreFault(kind, "secret")), "req_1");
    }

    @Test
    void a_place_that_nobody_was_given_is_the_callers_mistake() {
        var fault = new CompletionException(new UnknownCursor(new Cursor("zz")));
        var problem = Problems.of(fault, "req_1");
        assertThat(problem.status()).isEqualTo(400);
        assertThat(problem.detail()).doesNotContain("zz");
    }

    @Test
    void what_nobody_foresaw_tells_nothing_of_its_inside() {
        var problem = Problems.of(new IllegalStateException("SELECT"), "req_1");
        assertThat(problem.status()).isEqualTo(500);
        assertThat(problem.detail()).contains("req_1").doesNotContain("SELECT");
    }

    @Test
    void a_refusal_stays_what_it_is_however_deep_it_is_wrapped() {
        var refusal = new Refusal(ProblemCode.TASK_NOT_FOUND, "x");
        assertThat(Problems.of(new CompletionException(refusal), "r")).isSameAs(refusal.problem());
    }
}
