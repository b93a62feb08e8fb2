package dev.safelight.core.id;

import java.time.InstantSource;
import java.util.random.RandomGenerator;

/** Makes ids from an injected clock and chance. Safe for many threads if both are. */
public final class Ids {
    public static final int BUCKETS = 4096;
    private final InstantSource clock;
    private final RandomGenerator random;

    public Ids(InstantSource clock, RandomGenerator random) {
        this.clock = clock;
        this.random = random;
    }

    /** A fresh id whose bucket is that of the account. */
    public Id next(long account) {
        return inBucket(bucket(account));
    }

    /**
     * An id in the account's bucket that two numbers always give, so that what they stand for is
     * not taken twice. It tells no moment.
     */
    public static Id derived(long account, long high, long low) {
        return new Id((high & ~0xFFF0L) | (bucket(account) << 4), low);
    }

    private static long bucket(long account) {
        return (account * 0x9E3779B97F4A7C15L) >>> 52;
    }

    /** A fresh id in the bucket of another one, which belongs to the same account. */
    public Id next(Id sibling) {
        return inBucket(sibling.bucket());
    }

    /** A fresh id that tells nothing, not even when it was made: whoever knows it was given it. */
    public Id unguessable() {
        return new Id(random.nextLong(), random.nextLong());
    }

    private Id inBucket(long bucket) {
        long chance = random.nextLong() >>> 60;
        return new Id(clock.millis() << 16 | bucket << 4 | chance, random.nextLong());
    }
}
