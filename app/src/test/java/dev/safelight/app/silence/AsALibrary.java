package dev.safelight.app.silence;

import dev.safelight.media.meaning.Meaning;

import java.io.IOException;
import java.time.Duration;

/** A program of somebody else's that uses a model of ours, for a while, and has set nothing. */
final class AsALibrary {
    private AsALibrary() {}

    public static void main(String[] howLong) throws IOException {
        var work = Duration.parse(howLong[0]);
        long begin = System.nanoTime();
        var meaning = new Meaning();
        for (int asked = 0; System.nanoTime() - begin < work.toNanos(); asked++) {
            meaning.vector("cat number " + asked + " in space");
            if (asked == 0) System.out.println(Unsilenced.LOADED);
        }
    }
}
