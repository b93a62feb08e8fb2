package dev.safelight.server.dialect.tasks;

import dev.safelight.server.http.face.Answer;
import dev.safelight.server.http.face.Envelope;
import dev.safelight.server.http.face.JsonText;
import dev.safelight.server.http.problem.Problem;

/** {@code {"error": {code, message, type}}} as documented, and our facts beside them. */
final class TasksEnvelope implements Envelope {

    @Override
    public Answer.Text show(Problem problem, String requestId) {
        var word = ErrorWord.of(problem.code());
        byte[] body = JsonText.object(json -> {
            json.writeObjectPropertyStart("error");
            json.writeStringProperty("code", word.code());
            json.writeStringProperty("message", word.message(problem.detail()));
            json.writeStringProperty("type", word.type());
            if (!problem.errors().isEmpty())
                json.writeStringProperty("param", problem.errors().getFirst().field());
            problem.writeConsequences(json);
            json.writeStringProperty("request_id", requestId);
            problem.writeErrors(json);
            json.writeEndObject();
        });
        return new Answer.Text(word.status(), Answer.JSON, body, problem.headers());
    }
}
