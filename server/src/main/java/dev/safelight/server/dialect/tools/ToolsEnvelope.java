package dev.safelight.server.dialect.tools;

import dev.safelight.server.http.face.Answer;
import dev.safelight.server.http.face.Envelope;
import dev.safelight.server.http.face.JsonText;
import dev.safelight.server.http.problem.Problem;

import org.eclipse.jetty.http.HttpStatus;

/** {@code {statusCode, message, error}} as documented, and our facts beside them. */
final class ToolsEnvelope implements Envelope {

    @Override
    public Answer.Text show(Problem problem, String requestId) {
        byte[] body = JsonText.object(json -> {
            json.writeNumberProperty("statusCode", problem.status());
            json.writeStringProperty("message", problem.detail());
            json.writeStringProperty("error", HttpStatus.getMessage(problem.status()));
            problem.writeFacts(json);
            json.writeStringProperty("requestId", requestId);
            problem.writeErrors(json);
        });
        return new Answer.Text(problem.status(), Answer.JSON, body, problem.headers());
    }
}
