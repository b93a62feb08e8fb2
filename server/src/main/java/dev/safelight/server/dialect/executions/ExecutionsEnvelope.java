package dev.safelight.server.dialect.executions;

import dev.safelight.server.http.face.Answer;
import dev.safelight.server.http.face.Envelope;
import dev.safelight.server.http.face.JsonText;
import dev.safelight.server.http.problem.Problem;

/** Flat {@code {message, code}} as documented, and our facts beside them. */
final class ExecutionsEnvelope implements Envelope {
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
        // Old clients call again by themselves; without a time they may stall for a minute.
        var headers = problem.repeatedAs(word.status()).headers();
        return new Answer.Text(word.status(), Answer.JSON, body, headers);
    }
}
