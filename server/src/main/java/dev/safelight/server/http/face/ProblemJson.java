package dev.safelight.server.http.face;

import dev.safelight.server.http.problem.Problem;

/** RFC 9457 as it stands: the envelope wherever no dialect has one of its own. */
public final class ProblemJson implements Envelope {

    @Override
    public Answer.Text show(Problem problem, String requestId) {
        byte[] body = JsonText.object(json -> {
            json.writeStringProperty(
                    "type", "urn:safelight:problem:" + problem.code().wire());
            json.writeStringProperty("title", problem.code().title());
            json.writeNumberProperty("status", problem.status());
            json.writeStringProperty("detail", problem.detail());
            json.writeStringProperty("instance", "urn:safelight:request:" + requestId);
            problem.writeFacts(json);
            json.writeStringProperty("request_id", requestId);
            problem.writeErrors(json);
        });
        return new Answer.Text(
                problem.status(), "application/problem+json", body, problem.headers());
    }
}
