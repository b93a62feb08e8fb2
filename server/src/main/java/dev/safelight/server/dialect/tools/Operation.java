package dev.safelight.server.dialect.tools;

import dev.safelight.server.http.Access;
import dev.safelight.server.http.Answer;
import dev.safelight.server.http.Call;
import dev.safelight.server.http.Handler;
import dev.safelight.server.http.Route;
import dev.safelight.server.input.InputSchema;

import tools.jackson.databind.node.ObjectNode;

/**
 * Something that can be executed under a name, and how it is shown to those who look for it.
 *
 * @param description what {@code describe-tool} answers
 */
record Operation(
        String name, Access access, ObjectNode description, InputSchema input, Handler handler) {

    Route route() {
        return Route.post("/api/v1/tools/" + name + "/execute", access, this::execute);
    }

    private Answer execute(Call call) {
        input.accept(call.body());
        return handler.answer(call);
    }
}
