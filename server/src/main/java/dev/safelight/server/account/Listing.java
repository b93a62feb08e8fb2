package dev.safelight.server.account;

import dev.safelight.core.access.Principal;
import dev.safelight.core.access.Secrets;
import dev.safelight.core.id.Cursor;
import dev.safelight.core.id.Page;
import dev.safelight.server.dialect.Cursors;
import dev.safelight.server.http.face.Answer;
import dev.safelight.server.http.face.Call;
import dev.safelight.server.http.face.JsonText;

import org.jspecify.annotations.Nullable;

import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.JsonNode;

import java.util.concurrent.CompletableFuture;
import java.util.function.BiConsumer;

/** One list, page by page: {@code {"<name>": [...], "nextCursor": "..."}}. */
final class Listing<T> {
    private static final int USUAL_LIMIT = 20;
    private final Cursors cursors;
    private final String name;
    private final BiConsumer<JsonGenerator, T> members;

    /**
     * @param list to which its cursors belong
     * @param name of the array
     * @param members writes the members of one entry
     */
    Listing(Secrets secrets, String list, String name, BiConsumer<JsonGenerator, T> members) {
        cursors = new Cursors(secrets, "account/" + list);
        this.name = name;
        this.members = members;
    }

    /** Reads a page. */
    @FunctionalInterface
    interface Reading<T> {
        CompletableFuture<Page<T>> read(@Nullable Cursor after, int limit);
    }

    Answer answer(Call call, Reading<T> reading) {
        var who = call.who();
        JsonNode cursor = call.body().get("cursor");
        Cursor after = cursor == null ? null : cursors.require(who.account(), cursor.asString());
        int limit = call.body().path("limit").asInt(USUAL_LIMIT);
        return Answer.later(reading.read(after, limit), page -> render(who, page));
    }

    private Answer render(Principal who, Page<T> page) {
        return Answer.json(JsonText.object(json -> {
            json.writeArrayPropertyStart(name);
            for (var entry : page.entries()) {
                json.writeStartObject();
                members.accept(json, entry);
                json.writeEndObject();
            }
            json.writeEndArray();
            var next = page.next();
            if (next != null)
                json.writeStringProperty("nextCursor", cursors.write(who.account(), next));
        }));
    }
}
