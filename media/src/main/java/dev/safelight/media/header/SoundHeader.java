package dev.safelight.media.header;

/**
 * Of a sound that says all of itself at its beginning.
 *
 * @param hertz samples of one channel in a second
 * @param seconds 0 when it does not say
 * @param codec as FFmpeg names it
 */
public record SoundHeader(int channels, int hertz, double seconds, String codec) {
    private static final int MOST_HERTZ = 1 << 20;

    public SoundHeader {
        if (codec.isEmpty()) throw new IllegalArgumentException("no codec");
    }

    /** Refuses what no sound has. */
    static SoundHeader of(int channels, long hertz, double seconds, String codec) throws UnfitFile {
        if (channels < 1 || channels > 64) throw UnfitFile.damaged("The sound has no channels.");
        if (hertz < 1 || hertz > MOST_HERTZ)
            throw UnfitFile.damaged("The sound has a rate that no sound has.");
        return new SoundHeader(channels, (int) hertz, seconds, codec);
    }
}
