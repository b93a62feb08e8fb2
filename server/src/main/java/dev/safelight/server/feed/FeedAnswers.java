package dev.safelight.server.feed;

import dev.safelight.core.id.Cursor;
import dev.safelight.core.id.Id;
import dev.safelight.core.task.Fingerprint;
import dev.safelight.server.http.face.Answer;
import dev.safelight.server.http.problem.Header;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** What one caller is answered, with the protocol's headers. */
final class FeedAnswers {
    static final List<Header> ALWAYS = List.of(
            // It is one account's: no cache keeps it, though a caller may ask whether it changed.
            new Header("Cache-Control", "no-store"),
            new Header("X-Content-Type-Options", "nosniff"));
    private static final Header UP_TO_DATE = new Header("Stream-Up-To-Date", "true");
    private static final String ETAG = "ETag";
    private static final byte[] NOTHING = {};

    private final Question asked;
    private final Offsets offsets;
    private final String cursor;

    /** @param cursor for who asks with it again */
    FeedAnswers(Question asked, Offsets offsets, String cursor) {
        this.asked = asked;
        this.offsets = offsets;
        this.cursor = cursor;
    }

    /** Where the feed ends. */
    Answer tail(Cursor end) {
        var headers = new ArrayList<>(ALWAYS);
        headers.add(next(end));
        return new Answer.Text(200, Answer.JSON, NOTHING, headers);
    }

    /**
     * Entries.
     *
     * @param known the tag of what the caller has, or null
     */
    Answer.Text piece(Piece piece, @Nullable String known) {
        var headers = headers(piece);
        if (asked.from() instanceof Question.Now)
            return Answer.json(piece.json()).with(headers);
        String tag = tag(piece);
        headers.add(new Header(ETAG, tag));
        boolean isKnown = known != null
                && Arrays.stream(known.split(",", -1)).map(String::strip).anyMatch(tag::equals);
        return isKnown
                ? new Answer.Text(304, "", NOTHING, headers)
                : Answer.json(piece.json()).with(headers);
    }

    /** What came in time, or that nothing did. */
    Answer.Text live(Piece piece) {
        return piece.isSilence()
                ? new Answer.Text(204, "", NOTHING, headers(piece))
                : piece(piece, null);
    }

    private List<Header> headers(Piece piece) {
        var headers = new ArrayList<>(ALWAYS);
        headers.add(next(piece.next()));
        headers.add(new Header("Stream-Cursor", cursor));
        if (piece.isUpToDate()) headers.add(UP_TO_DATE);
        return headers;
    }

    private Header next(Cursor place) {
        return new Header(Offsets.NEXT, offsets.write(asked.reader().account(), place));
    }

    /** Of the bytes: retention changes where "-1" begins, and a key's scopes what is shown. */
    private static String tag(Piece piece) {
        var print = Fingerprint.of(piece.json(), piece.next().text());
        return "\"" + new Id(print.hi(), print.lo()) + "\"";
    }
}
