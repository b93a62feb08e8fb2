package dev.safelight.server.feed;

import dev.safelight.core.id.Cursor;
import dev.safelight.server.http.face.Answer;
import dev.safelight.server.http.face.Call;

import org.jspecify.annotations.Nullable;

import java.util.function.Function;

/** Answers a call for the feed: what is there, what comes, or an event stream of both. */
final class FeedReading {
    private final FeedPorts ports;
    private final Offsets offsets;
    private final FeedReader feed;

    FeedReading(FeedPorts ports, EntryJson form) {
        this.ports = ports;
        offsets = new Offsets(ports.secrets());
        feed = new FeedReader(ports, form, offsets);
    }

    Answer answer(Call call) {
        var asked = Question.of(call, offsets);
        var answers = new FeedAnswers(asked, offsets, cursor(asked));
        if (call.isHead()) return Answer.later(feed.end(), end -> answers.tail(end.next()));
        return switch (asked.live()) {
            case NOT -> {
                String known = known(call);
                yield first(asked, piece -> answers.piece(piece, known));
            }
            case LONG_POLL -> longPoll(asked, answers);
            case SSE -> {
                var stream = new Answer.Reader(call.who(), call.text());
                yield first(asked, piece -> stream(asked, stream, piece));
            }
        };
    }

    private static @Nullable String known(Call call) {
        return call.header("If-None-Match").orElse(null);
    }

    private String cursor(Question asked) {
        return StreamCursor.next(asked.cursor(), ports.clock().instant(), ports.random());
    }

    /** Every kind of read begins with what is there already. */
    private Answer first(Question asked, Function<Piece, Answer> answer) {
        var page = switch (asked.from()) {
            case Question.Now() -> feed.end();
            case Question.Beginning() -> feed.read(asked.reader(), null);
            case Question.After(var place) -> feed.read(asked.reader(), place);
        };
        return Answer.later(page, found -> answer.apply(feed.piece(asked.reader(), found)));
    }

    private Answer longPoll(Question asked, FeedAnswers answers) {
        // Who follows along is at the end: one that is held need not be read for twice.
        if (asked.from() instanceof Question.After(var place)) return hold(asked, place, answers);
        return first(
                asked,
                piece -> piece.isSilence()
                        ? hold(asked, piece.next(), answers)
                        : answers.piece(piece, null));
    }

    private Answer hold(Question asked, Cursor after, FeedAnswers answers) {
        var until = ports.clock().instant().plus(asked.patience());
        var next = feed.next(asked.reader(), after, until);
        return new Answer.Held(next.thenApply(answers::live), () -> next.cancel(false), true);
    }

    private Answer stream(Question asked, Answer.Reader by, Piece first) {
        var supply = new FeedSupply(asked, feed, offsets, ports, first);
        return new Answer.Stream(by, FeedAnswers.ALWAYS, supply);
    }
}
