package dev.safelight.server.http;

import dev.safelight.core.id.AccountId;
import dev.safelight.server.http.problem.Problem;
import dev.safelight.server.http.problem.ProblemCode;
import dev.safelight.server.http.problem.Refusal;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Bodies that are longer than others may be. So few of them are worked on at once that the memory
 * holds what is made of each while it is read, and one account leaves a place to others. Safe for
 * use by many threads.
 */
final class LargeBodies {
    private static final Problem FULL = Problem.of(
                    ProblemCode.OVERLOADED,
                    "Too many large bodies are being read. Try again in a moment.")
            .retryAfter(1);

    private final HttpLimits.LargeBodies limits;
    private final Map<AccountId, Integer> inside = new HashMap<>();
    private int all;

    LargeBodies(HttpLimits.LargeBodies limits) {
        this.limits = limits;
    }

    /** Of one body, in bytes. */
    int longest() {
        return limits.bytes();
    }

    /** Takes a place for one that has come; refused where there is none. */
    synchronized Place enter(AccountId account) {
        int own = inside.getOrDefault(account, 0);
        if (all >= limits.atOnce() || own >= Math.max(1, limits.atOnce() - 1))
            throw new Refusal(FULL);
        all++;
        inside.put(account, own + 1);
        return new Place(account);
    }

    private synchronized void release(AccountId account) {
        all--;
        inside.computeIfPresent(account, (known, own) -> own == 1 ? null : own - 1);
    }

    /** One that is worked on. */
    final class Place {
        private final AccountId account;
        private final AtomicBoolean left = new AtomicBoolean();

        private Place(AccountId account) {
            this.account = account;
        }

        /** Nothing of it is in memory any more; said again, it changes nothing. */
        void leave() {
            if (left.compareAndSet(false, true)) release(account);
        }
    }
}
