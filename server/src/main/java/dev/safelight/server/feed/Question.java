package dev.safelight.server.feed;

import dev.safelight.core.access.Scope;
import dev.safelight.core.id.AccountId;
import dev.safelight.core.id.Cursor;
import dev.safelight.server.http.face.Call;
import dev.safelight.server.http.problem.Problem;
import dev.safelight.server.http.problem.Refusal;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.util.Locale;

/**
 * What a reader asks for.
 *
 * @param from where to begin
 * @param cursor what the live read before gave out, or null
 * @param patience how long a held call waits
 */
record Question(
        Reader reader, From from, Live live, @Nullable String cursor, Duration patience) {
    private static final int USUAL_SECONDS = 30;
    private static final String BEGINNING = "-1";
    private static final String NOW = "now";

    /**
     * Who reads.
     *
     * @param isAdmin whether entries about keys and credits are shown
     */
    record Reader(AccountId account, boolean isAdmin) {}

    /** Where a read begins. */
    sealed interface From {}

    /** With the earliest entry that is kept. */
    record Beginning() implements From {}

    /** With what happens from here on. */
    record Now() implements From {}

    /** After a place. */
    record After(Cursor place) implements From {}

    /** How what is not there yet is waited for. */
    enum Live {
        NOT,
        LONG_POLL,
        SSE
    }

    static Question of(Call call, Offsets offsets) {
        var asked = call.body();
        var who = call.who();
        var reader = new Reader(who.account(), who.may(Scope.ADMIN));
        var live = live(asked.path("live").asString(""));
        var offset = asked.path("offset").asString(live == Live.NOT ? BEGINNING : "");
        // A browser repeats its first address and says here how far it came.
        var from = live == Live.SSE ? call.header("Last-Event-ID").orElse(offset) : offset;
        int seconds = asked.path("timeout").asInt(USUAL_SECONDS);
        return new Question(
                reader,
                from(reader, from, offsets),
                live,
                asked.path("cursor").asStringOpt().orElse(null),
                Duration.ofSeconds(seconds));
    }

    private static Live live(String word) {
        return word.isEmpty()
                ? Live.NOT
                : Live.valueOf(word.toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    private static From from(Reader reader, String offset, Offsets offsets) {
        return switch (offset) {
            case BEGINNING -> new Beginning();
            case NOW -> new Now();
            case "" ->
                throw new Refusal(Problem.invalid(
                        "offset",
                        "'live' needs an 'offset': '-1', 'now', or a Stream-Next-Offset."));
            default ->
                offsets.read(reader.account, offset)
                        .map(After::new)
                        .orElseThrow(() -> new Refusal(Problem.invalid(
                                "offset",
                                "'offset' must be '-1', 'now', or a Stream-Next-Offset of this"
                                        + " account's feed, whole and unchanged.")));
        };
    }
}
