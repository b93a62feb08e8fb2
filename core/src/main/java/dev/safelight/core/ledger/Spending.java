package dev.safelight.core.ledger;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.stream.Stream;

/**
 * What a key has spent of late, and what it may. The hold of each task counts from its submit on; a
 * success leaves its price, any other end gives all of it back. Never changed: each change is
 * another one.
 *
 * <p>It is counted in steps of five minutes, and a step leaves a window as a whole, when the last
 * moment of it does. So no window of its length ever holds more than its limit, and what was spent
 * counts for at most one step longer. However much a key does, seven days are 2,017 steps.
 */
public final class Spending {
    public static final Duration STEP = Duration.ofMinutes(5);

    /** Of a key without limits: nothing is counted. */
    public static final Spending UNLIMITED =
            new Spending(SpendLimits.NONE, new long[0], new long[0]);

    private static final long STEP_MILLIS = STEP.toMillis();

    private final SpendLimits limits;

    /** Ascending, each once. */
    private final long[] steps;

    private final long[] credits;

    private Spending(SpendLimits limits, long[] steps, long[] credits) {
        this.limits = limits;
        this.steps = steps;
        this.credits = credits;
    }

    /**
     * A key with these limits.
     *
     * @param spent credits by the number of their step
     */
    public static Spending of(SpendLimits limits, SortedMap<Long, Long> spent) {
        return new Spending(limits, array(spent.keySet()), array(spent.values()));
    }

    private static long[] array(Collection<Long> numbers) {
        return numbers.stream().mapToLong(Long::longValue).toArray();
    }

    /** The number of a moment's step. */
    public static long step(Instant moment) {
        return Math.floorDiv(moment.toEpochMilli(), STEP_MILLIS);
    }

    /** The first step that counts in a window. */
    public static long first(SpendWindow window, Instant now) {
        return step(now.minus(window.length()));
    }

    public SpendLimits limits() {
        return limits;
    }

    /** The same spent within other limits. */
    public Spending with(SpendLimits other) {
        return new Spending(other, steps, credits);
    }

    /** What counts in a step. */
    public long in(long step) {
        int at = Arrays.binarySearch(steps, step);
        return at < 0 ? 0 : credits[at];
    }

    /**
     * After a change to what was spent in a step. What no window counts any more is forgotten.
     *
     * @param change below 0 where some of it is given back
     */
    public Spending after(long step, long change, Instant now) {
        long first = first(SpendWindow.SEVEN_DAYS, now);
        if (step < first) return this;
        int at = Arrays.binarySearch(steps, step);
        int gone = count(first);
        int insert = at < 0 ? -at - 1 : at;
        int added = at < 0 ? 1 : 0;
        long[] nextSteps = new long[steps.length - gone + added];
        long[] nextCredits = new long[nextSteps.length];
        copy(steps, nextSteps, gone, insert, added);
        copy(credits, nextCredits, gone, insert, added);
        nextSteps[insert - gone] = step;
        nextCredits[insert - gone] += change;
        return new Spending(limits, nextSteps, nextCredits);
    }

    /** How many steps are before this one. */
    private int count(long first) {
        int at = Arrays.binarySearch(steps, first);
        return at < 0 ? -at - 1 : at;
    }

    /** Leaves room for one more at a place where one is added. */
    private static void copy(long[] from, long[] to, int gone, int insert, int added) {
        System.arraycopy(from, gone, to, 0, insert - gone);
        System.arraycopy(from, insert, to, insert - gone + added, from.length - insert);
    }

    /** What counts in a window. */
    public Credits used(SpendWindow window, Instant now) {
        long used = 0;
        for (int i = count(first(window, now)); i < steps.length; i++) used += credits[i];
        return new Credits(used);
    }

    /** The window that has no room for so much, the one that resets last; null when all have. */
    public @Nullable SpentWindow exceeded(Credits needed, Instant now) {
        if (limits.isNone()) return null;
        return limited()
                .filter(window -> !fits(window, used(window, now).amount(), needed))
                .map(window -> spent(window, now, fitsAt(window, needed, now)))
                .max(Comparator.comparing(SpentWindow::resetsAt))
                .orElse(null);
    }

    /** The window with the least left, or null when none is limited. */
    public @Nullable SpentWindow tightest(Instant now) {
        return windows(now).stream()
                .min(Comparator.comparingLong(spent -> spent.left().amount()))
                .orElse(null);
    }

    /** What counts in each window that is limited, the shortest first. */
    public List<SpentWindow> windows(Instant now) {
        return limited()
                .map(window -> spent(window, now, firstLeaves(window, now)))
                .toList();
    }

    private Stream<SpendWindow> limited() {
        return Arrays.stream(SpendWindow.values()).filter(limits::bounds);
    }

    private SpentWindow spent(SpendWindow window, Instant now, Instant resetsAt) {
        return new SpentWindow(window, limits.of(window), used(window, now), resetsAt);
    }

    private boolean fits(SpendWindow window, long used, Credits needed) {
        return used <= limits.of(window).amount() - needed.amount();
    }

    /** What is dearer than the limit fits at no time: then, a window's length from now. */
    private Instant fitsAt(SpendWindow window, Credits needed, Instant now) {
        long used = used(window, now).amount();
        for (int i = count(first(window, now)); i < steps.length; i++) {
            used -= credits[i];
            if (fits(window, used, needed)) return leaves(window, steps[i]);
        }
        return now.plus(window.length());
    }

    private Instant firstLeaves(SpendWindow window, Instant now) {
        for (int i = count(first(window, now)); i < steps.length; i++) {
            if (credits[i] > 0) return leaves(window, steps[i]);
        }
        return now;
    }

    private static Instant leaves(SpendWindow window, long step) {
        return Instant.ofEpochMilli((step + 1) * STEP_MILLIS).plus(window.length());
    }
}
