package dev.safelight.server.dialect;

import dev.safelight.server.http.face.Access;
import dev.safelight.server.http.face.Answer;
import dev.safelight.server.http.face.BodyKind;
import dev.safelight.server.http.face.Call;
import dev.safelight.server.http.face.Handler;
import dev.safelight.server.http.face.Route;
import dev.safelight.server.input.InputSchema;

import tools.jackson.databind.node.ObjectNode;

import java.util.regex.Pattern;

/**
 * Something that a dialect can be asked to do, and how it is shown to those who look for it.
 *
 * @param description what people and programs are shown of it
 * @param input of the body, or of the query where there is no body
 */
public record Operation(
        String name, Place place, ObjectNode description, InputSchema input, Handler handler) {
    private static final Pattern PARAMETER = Pattern.compile("\\{[^}/]+}");

    /**
     * Where it is found.
     *
     * @param path with its parameters in braces, as in {@code /v1/files/{fileId}}
     */
    public record Place(String method, String path, Access access, BodyKind body) {}

    /** The route that takes its input before the handler is called. */
    public Route route() {
        return new Route(
                place.method(),
                PARAMETER.matcher(place.path()).replaceAll("*"),
                place.access(),
                place.body(),
                this::execute);
    }

    private Answer execute(Call call) {
        if (place.body() == BodyKind.JSON) {
            input.accept(call.body());
            return handler.answer(call);
        }
        var asked = QueryInput.read(call.query(), input.definition());
        input.accept(asked);
        return handler.answer(call.with(asked));
    }
}
