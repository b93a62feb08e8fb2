package dev.safelight.server.http;

import dev.safelight.core.access.Accounts;
import dev.safelight.core.access.KeyDigest;
import dev.safelight.server.http.face.Answer;
import dev.safelight.server.http.problem.Problem;
import dev.safelight.server.http.problem.ProblemCode;

import org.jspecify.annotations.Nullable;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;

/**
 * The event streams that are open, at most so many in all, per account and per key. One step keeps
 * them alive, cuts off slow readers, and ends the streams of those whose key's text has had its
 * time; what a commit ends is told at once.
 */
final class OpenStreams {
    private static final Duration TICK = Duration.ofSeconds(1);
    private final Permits permits;
    private final HttpLimits.Permits limits;
    private final Accounts accounts;
    private final InstantSource clock;
    private final Executor handlers;
    private final Set<OpenStream> open = ConcurrentHashMap.newKeySet();
    private volatile boolean isDraining;

    OpenStreams(
            HttpLimits.Permits limits, Accounts accounts, InstantSource clock, Executor handlers) {
        permits = new Permits(limits);
        this.limits = limits;
        this.accounts = accounts;
        this.clock = clock;
        this.handlers = handlers;
    }

    int size() {
        return open.size();
    }

    /** Opens a stream, or refuses it when a cap is reached. */
    void open(Exchange exchange, Answer.Stream answer) {
        if (exchange.request.getMethod().equals("HEAD")) {
            OpenStream.writeHead(exchange, answer);
            exchange.response.write(true, ByteBuffer.allocate(0), exchange);
            return;
        }
        var who = answer.reader().who();
        Problem full = problem(permits.acquire(who));
        if (full != null) {
            exchange.refuse(full);
            return;
        }
        var stream = new OpenStream(
                exchange, answer, new OpenStream.Surroundings(clock, handlers, over -> {
                    if (open.remove(over)) permits.release(who);
                }));
        open.add(stream);
        // The text may have died, or the drain begun, before this one could be told.
        if (isDraining || isDead(answer.reader().text())) stream.end();
        stream.begin();
    }

    /** Writes a comment where nothing was written for long. */
    Instant step(Instant now) {
        for (var stream : open) {
            if (stream.isDisowned(this::isDead)) stream.end();
            stream.keepAlive(now.toEpochMilli());
        }
        return now.plus(TICK);
    }

    /** Ends what is open for the holder of a text that has died. */
    void end(KeyDigest text) {
        for (var stream : open) if (stream.isDisowned(text::equals)) stream.end();
    }

    /**
     * Ends all of them. Who comes from here on is let in and sent away, for a browser that is
     * refused would not come again.
     */
    void drain() {
        isDraining = true;
        open.forEach(OpenStream::end);
    }

    private boolean isDead(KeyDigest text) {
        return accounts.find(text, clock.instant()).isEmpty();
    }

    private @Nullable Problem problem(@Nullable NoPermit full) {
        return switch (full) {
            case null -> null;
            case IN_ALL ->
                Problem.of(
                                ProblemCode.OVERLOADED,
                                "No more streams can be open. Try again soon, or ask without one.")
                        .retryAfter(5);
            case OF_KEY -> tooMany("This key has " + limits.perKey());
            case OF_ACCOUNT -> tooMany("The keys of this account have " + limits.perAccount());
        };
    }

    private static Problem tooMany(String whose) {
        return Problem.of(
                        ProblemCode.TOO_MANY_WAITS,
                        whose + " open streams already. Close one, or ask without one.")
                .retryAfter(5);
    }
}
