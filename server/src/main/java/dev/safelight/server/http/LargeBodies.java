package dev.safelight.server.http;

import dev.safelight.server.http.problem.Problem;
import dev.safelight.server.http.problem.ProblemCode;
import dev.safelight.server.http.problem.Refusal;

import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Bodies that are longer than others may be. So few of them are worked on at once that the memory
 * holds what is made of each while it is read. Safe for use by many threads.
 */
final class LargeBodies {
    private static final Problem FULL = Problem.of(
                    ProblemCode.OVERLOADED,
                    "Too many large bodies are being read. Try again in a moment.")
            .retryAfter(1);

    private final int longest;
    private final Semaphore places;

    LargeBodies(HttpLimits.LargeBodies limits) {
        longest = limits.bytes();
        places = new Semaphore(limits.atOnce());
    }

    /** Of one body, in bytes. */
    int longest() {
        return longest;
    }

    /** Takes a place for one that has come; refused where there is none. */
    Place enter() {
        if (!places.tryAcquire()) throw new Refusal(FULL);
        return new Place();
    }

    /** One that is worked on. */
    final class Place {
        private final AtomicBoolean left = new AtomicBoolean();

        /** Nothing of it is in memory any more; said again, it changes nothing. */
        void leave() {
            if (left.compareAndSet(false, true)) places.release();
        }
    }
}
