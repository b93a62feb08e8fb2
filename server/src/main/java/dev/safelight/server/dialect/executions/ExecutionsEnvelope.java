package dev.safelight.server.dialect.executions;

import dev.safelight.server.http.Answer;
import dev.safelight.server.http.Envelope;
import dev.safelight.server.http.JsonText;
import dev.safelight.server.http.Problem;

import java.util.Set;

/** Flat {@code {message, code}} as documented, and our facts beside them. */
final class ExecutionsEnvelope implements Envelope {
    private static final Set<Integer> RETRIED = Set.of(408, 409, 429);
    private static final String RETRY_AFTER = "Retry-After";
    private static final int SERVER_ERROR = 500;

    @Override
    public Answer.Text show(Problem problem, String requestId) {
        var word = ErrorWord.of(problem.code());
        byte[] body = JsonText.object(json -> {
            json.writeStringProperty("message", problem.detail());
            json.writeStringProperty("code", word.code());
            problem.writeConsequences(json);
            json.writeStringProperty("requestId", requestId);
            problem.writeErrors(json);
        });
        var answer = new Answer.Text(word.status(), Answer.JSON, body, problem.headers());
        return isRetried(word.status()) && !tellsWhen(problem)
                ? answer.with(RETRY_AFTER, "2")
                : answer;
    }

    /** Whether old clients call again by themselves; without a time they may stall for a minute. */
    private static boolean isRetried(int status) {
        return status >= SERVER_ERROR || RETRIED.contains(status);
    }

    private static boolean tellsWhen(Problem problem) {
        return problem.headers().stream().anyMatch(header -> header.name().equals(RETRY_AFTER));
    }
}
