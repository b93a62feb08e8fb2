package dev.safelight.server.feed;

import dev.safelight.core.id.AccountId;
import dev.safelight.core.id.Cursor;
import dev.safelight.server.http.face.EventPiece;
import dev.safelight.server.http.face.EventSupply;
import dev.safelight.server.http.face.JsonText;
import dev.safelight.server.http.face.ServerEvent;
import dev.safelight.server.http.problem.Problem;
import dev.safelight.server.http.problem.ProblemCode;
import dev.safelight.server.http.problem.Refusal;

import org.jspecify.annotations.Nullable;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/**
 * A feed as events: what is told of it in {@code data}, then in {@code control} where it goes on.
 * Both have that place as their id, so that a browser that comes again goes on from there. Asked by
 * one stream, for one piece at a time, and keeps none that was taken.
 */
final class FeedSupply implements EventSupply {
    /** How long the place that a reader has may stay behind while others' entries are added. */
    private static final Duration PLACE_AGAIN = Duration.ofMinutes(1);

    private final Question asked;
    private final FeedReader feed;
    private final Offsets offsets;
    private final FeedPorts ports;
    private String cursor;
    private Cursor place;
    private @Nullable Piece first;

    FeedSupply(Question asked, FeedReader feed, Offsets offsets, FeedPorts ports, Piece first) {
        this.asked = asked;
        this.feed = feed;
        this.offsets = offsets;
        this.ports = ports;
        this.first = first;
        cursor = asked.cursor() == null ? "" : asked.cursor();
        place = first.next();
    }

    @Override
    public CompletableFuture<EventPiece> next() {
        var ready = first;
        if (ready != null) {
            first = null;
            return CompletableFuture.completedFuture(events(ready));
        }
        var until = ports.clock().instant().plus(PLACE_AGAIN);
        var piece = feed.next(asked.reader(), place, until);
        var events = piece.handle((told, fault) -> fault == null ? events(told) : resync(fault));
        var _ = events.whenComplete((told, fault) -> piece.cancel(false));
        return events;
    }

    private EventPiece events(Piece piece) {
        place = piece.next();
        var events = new EventPiece();
        String id = offsets.write(account(), place);
        if (piece.count() > 0) events.add(new ServerEvent(id, "data", piece.json()));
        events.add(new ServerEvent(id, "control", control(id, piece.isUpToDate())));
        return events;
    }

    private AccountId account() {
        return asked.reader().account();
    }

    private String control(String next, boolean isUpToDate) {
        cursor = StreamCursor.next(cursor, ports.clock().instant(), ports.random());
        return text(JsonText.object(json -> {
            json.writeStringProperty("streamNextOffset", next);
            json.writeStringProperty("streamCursor", cursor);
            if (isUpToDate) json.writeBooleanProperty("upToDate", true);
        }));
    }

    /** Retention has passed the reader, who can be sent no status any more. */
    private EventPiece resync(Throwable fault) {
        if (!(fault instanceof Refusal refusal)
                || refusal.problem().code() != ProblemCode.CURSOR_EXPIRED)
            throw new CompletionException(fault);
        String earliest = earliest(refusal.problem());
        place = offsets.read(account(), earliest).orElseThrow();
        var events = new EventPiece();
        events.add(new ServerEvent(earliest, "resync", text(JsonText.object(json -> {
            json.writeStringProperty("code", ProblemCode.CURSOR_EXPIRED.wire());
            json.writeStringProperty("streamNextOffset", earliest);
        }))));
        return events;
    }

    private static String earliest(Problem problem) {
        return problem.headers().stream()
                .filter(header -> header.name().equals(Offsets.NEXT))
                .findFirst()
                .orElseThrow()
                .value();
    }

    private static String text(byte[] json) {
        return new String(json, StandardCharsets.UTF_8);
    }
}
