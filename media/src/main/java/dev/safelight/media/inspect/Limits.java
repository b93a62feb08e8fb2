package dev.safelight.media.inspect;

import dev.safelight.core.asset.FileFacts;
import dev.safelight.core.asset.Inspection.Reason;
import dev.safelight.media.header.UnfitFile;

import java.time.Duration;

/**
 * How much a file may claim to be.
 *
 * @param pixels of one picture
 * @param side the longer one, in pixels
 * @param frames of a moving picture
 * @param length of clips and sound
 */
public record Limits(long pixels, int side, long frames, Duration length) {
    /** Pictures of a clip in a second. */
    private static final int FASTEST = 240;

    public static final Limits USUAL = new Limits(100_000_000, 32_768, 10_000, Duration.ofHours(4));

    /** Refuses what claims more; how many frames a clip may have goes by its length. */
    FileFacts check(FileFacts facts) throws UnfitFile {
        if (facts.width() != null && facts.height() != null)
            checkSides(facts.width(), facts.height());
        var seconds = facts.seconds();
        if (seconds != null && seconds > length.toSeconds())
            throw tooMuch("is longer than " + length.toHours() + " hours. Send a part of it");
        long most = seconds != null ? (long) Math.ceil(seconds) * FASTEST : frames;
        if (facts.frames() != null && facts.frames() > most)
            throw tooMuch("has more than " + most + " pictures. Send a part of them");
        return facts;
    }

    /** Refuses a picture that claims more. */
    private void checkSides(int width, int height) throws UnfitFile {
        if (Math.max(width, height) > side || (long) width * height > pixels)
            throw tooMuch("has more than " + pixels / 1_000_000 + " million pixels, or more than "
                    + side + " on a side. Make it smaller");
    }

    private static UnfitFile tooMuch(String what) {
        return new UnfitFile(Reason.TOO_MUCH, "The file " + what + " and try again.");
    }
}
