package dev.safelight.engines.illustrator.paint;

import dev.safelight.core.engine.Run;
import dev.safelight.core.engine.Stopped;

import java.util.stream.IntStream;

/**
 * Works a picture off in bands of lines, each band on all cores, and asks between bands whether to
 * go on. What a line does must not depend on another line of the same call.
 */
public final class Bands {
    /** So many bands that one takes well under half a second at 4K. */
    private static final int COUNT = 64;

    private final Run run;
    private final int from;
    private final int to;

    private Bands(Run run, int from, int to) {
        this.run = run;
        this.from = from;
        this.to = to;
    }

    /** The bands of a stage of the work that begins and ends at these percentages. */
    public static Bands between(Run run, int from, int to) {
        return new Bands(run, from, to);
    }

    /** A part of this stage, its ends given as shares. */
    public Bands part(float start, float end) {
        int width = to - from;
        return new Bands(run, from + Math.round(width * start), from + Math.round(width * end));
    }

    /** Before work that is not done in lines: throws when it is not to be begun. */
    public void look() throws Stopped {
        run.proceed();
    }

    /** Whether work that asks for itself is to end. */
    public boolean stopped() {
        return run.stopped();
    }

    public void lines(int count, Line line) throws Stopped {
        int band = Math.max(1, (count + COUNT - 1) / COUNT);
        for (int first = 0; first < count; first += band) {
            run.progress(from + (to - from) * first / count);
            run.proceed();
            IntStream.range(first, Math.min(count, first + band)).parallel().forEach(line::work);
        }
        run.progress(to);
    }

    /** One row or column. */
    public interface Line {
        void work(int number);
    }
}
