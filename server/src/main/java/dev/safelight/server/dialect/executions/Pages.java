package dev.safelight.server.dialect.executions;

import dev.safelight.core.access.Principal;
import dev.safelight.core.access.Secrets;
import dev.safelight.core.id.Cursor;
import dev.safelight.server.dialect.Cursors;
import dev.safelight.server.http.face.Answer;
import dev.safelight.server.http.face.Call;
import dev.safelight.server.http.face.JsonText;

import org.jspecify.annotations.Nullable;

import tools.jackson.core.JsonGenerator;

import java.math.BigDecimal;
import java.util.function.Consumer;

/** The pages of one list: {@code limit} and {@code cursor} read, and the next one's place told. */
public final class Pages {
    private static final BigDecimal MOST = BigDecimal.valueOf(200);
    private static final int USUAL = 50;
    private final String list;
    private final Cursors cursors;

    /** @param list the name of its array, which no other list has */
    public Pages(Secrets secrets, String list) {
        this.list = list;
        cursors = new Cursors(secrets, "executions/" + list);
    }

    /** How many are asked for; more than 200 are 200. */
    public static int limit(Call call) {
        var limit = call.body().get("limit");
        return limit == null ? USUAL : limit.decimalValue().min(MOST).intValue();
    }

    /** Where the page begins; null for the beginning of the list. */
    public @Nullable Cursor after(Call call) {
        var cursor = call.body().get("cursor");
        return cursor == null ? null : cursors.require(call.who().account(), cursor.asString());
    }

    /** A page whose elements the writer writes. */
    public Answer.Text show(
            Principal who, @Nullable Cursor next, Consumer<JsonGenerator> elements) {
        return Answer.json(JsonText.object(json -> {
            json.writeArrayPropertyStart(list);
            elements.accept(json);
            json.writeEndArray();
            json.writeBooleanProperty("hasMore", next != null);
            if (next == null) json.writeNullProperty("nextCursor");
            else json.writeStringProperty("nextCursor", cursors.write(who.account(), next));
        }));
    }

    /** A list that has nothing; a cursor of it was never given. */
    Answer none(Call call) {
        var _ = after(call);
        return show(call.who(), null, json -> {});
    }
}
