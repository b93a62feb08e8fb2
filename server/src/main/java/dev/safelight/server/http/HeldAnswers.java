package dev.safelight.server.http;

import dev.safelight.core.access.Accounts;
import dev.safelight.core.access.KeyDigest;
import dev.safelight.core.access.Principal;
import dev.safelight.server.http.face.Answer;
import dev.safelight.server.http.problem.Problem;
import dev.safelight.server.http.problem.ProblemCode;
import dev.safelight.server.http.problem.Refusal;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The answers that are held, at most so many in all, per account and per key. One step keeps them
 * alive, and ends those whose key's text has had its time; what a commit ends is told at once.
 */
final class HeldAnswers {
    private static final Duration TICK = Duration.ofSeconds(1);
    private final Permits permits;
    private final HttpLimits.Permits limits;
    private final Accounts accounts;
    private final InstantSource clock;
    private final Set<HeldAnswer> held = ConcurrentHashMap.newKeySet();

    HeldAnswers(HttpLimits.Permits limits, Accounts accounts, InstantSource clock) {
        permits = new Permits(limits);
        this.limits = limits;
        this.accounts = accounts;
        this.clock = clock;
    }

    int size() {
        return held.size();
    }

    /** Sends the answer when it is complete, or refuses at once when a cap is reached. */
    void hold(Exchange exchange, Answer.Held answer) {
        var holder = exchange.holder();
        Principal who = who(exchange);
        if (answer.end().isDone()) {
            HeldAnswer.passOn(exchange, answer);
            return;
        }
        Problem full = exchange.takePermit() ? null : admit(who);
        if (full != null) {
            answer.abandon().run();
            var instead = answer.full();
            if (instead == null) exchange.refuse(full);
            else exchange.send(instead.get());
            return;
        }
        var waiting = new HeldAnswer(
                exchange, answer.abandon(), one -> release(one, who), clock.millis());
        if (answer.quiet()) waiting.keepQuiet();
        held.add(waiting);
        // The text may have died since the call was admitted, before this one could be told.
        if (holder != null && isDead(holder.text())) waiting.disown();
        var _ = answer.end().whenComplete(waiting::ended);
    }

    /** Keeps a permit for the answer that this call will have; refuses where there is none. */
    void reserve(Exchange exchange) {
        Principal who = who(exchange);
        Problem full = admit(who);
        if (full != null) throw new Refusal(full);
        exchange.keepPermit(() -> permits.release(who));
    }

    private static @Nullable Principal who(Exchange exchange) {
        var holder = exchange.holder();
        return holder == null ? null : holder.who();
    }

    private void release(HeldAnswer answer, @Nullable Principal who) {
        if (held.remove(answer)) permits.release(who);
    }

    /** Writes a space where nothing was written for long. */
    Instant step(Instant now) {
        for (var answer : held) {
            if (answer.isDisowned(this::isDead)) answer.disown();
            else answer.keepAlive(now.toEpochMilli());
        }
        return now.plus(TICK);
    }

    /** Ends what is held for the holder of a text that has died. */
    void end(KeyDigest text) {
        for (var answer : held) if (answer.isDisowned(text::equals)) answer.disown();
    }

    private boolean isDead(KeyDigest text) {
        return accounts.find(text, clock.instant()).isEmpty();
    }

    private @Nullable Problem admit(@Nullable Principal who) {
        return switch (permits.acquire(who)) {
            case null -> null;
            case IN_ALL ->
                Problem.of(
                                ProblemCode.OVERLOADED,
                                "No more answers can be held. Ask again without waiting.")
                        .retryAfter(5);
            case OF_KEY -> tooMany("This key has " + limits.perKey());
            case OF_ACCOUNT -> tooMany("The keys of this account have " + limits.perAccount());
        };
    }

    private static Problem tooMany(String whose) {
        return Problem.of(
                        ProblemCode.TOO_MANY_WAITS,
                        whose + " held answers already. Ask again without waiting.")
                .retryAfter(5);
    }
}
