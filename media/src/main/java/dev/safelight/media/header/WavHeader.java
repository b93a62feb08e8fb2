package dev.safelight.media.header;

import java.io.IOException;

/** Reads a WAV up to its samples; how many there are, the file's own length has a say in. */
public final class WavHeader {
    private static final int FIRST = 12;
    private static final int MOST_CHUNKS = 10_000;
    private static final int EXTENSIBLE = 0xFFFE;

    private WavHeader() {}

    public static SoundHeader read(FileBytes file) throws IOException, UnfitFile {
        long format = -1;
        long at = FIRST;
        for (int chunk = 0; chunk < MOST_CHUNKS; chunk++) {
            long length = file.u32little(at + 4);
            if (file.has(at, "fmt ")) {
                if (length < 16) throw UnfitFile.damaged("The WAV does not say its format.");
                format = at + 8;
            }
            if (file.has(at, "data")) {
                if (format < 0) throw UnfitFile.damaged("The WAV does not say its format.");
                return sound(file, format, Math.min(length, file.size() - at - 8));
            }
            at += 8 + length + (length & 1);
        }
        throw UnfitFile.damaged("The WAV has too many parts before its samples.");
    }

    private static SoundHeader sound(FileBytes file, long format, long bytes)
            throws IOException, UnfitFile {
        int kind = file.u16little(format);
        if (kind == EXTENSIBLE) kind = file.u16little(format + 24);
        int channels = file.u16little(format + 2);
        long hertz = file.u32little(format + 4);
        int bits = file.u16little(format + 14);
        var codec = codec(kind, bits);
        double rate = hertz * bytesOfASample(kind, channels, bits, file.u16little(format + 12));
        if (!(rate > 0) || bits > 64)
            throw UnfitFile.damaged("The WAV's format contradicts itself.");
        return SoundHeader.of(channels, hertz, bytes / rate, codec);
    }

    /**
     * In all channels, or 0 when there can be none. The rate of bytes that a WAV claims is not
     * looked at: no decoder needs it to be true.
     *
     * @param block bytes of what is packed together
     */
    private static double bytesOfASample(int kind, int channels, int bits, int block) {
        return switch (kind) {
            case 1, 3 -> channels * ((bits + 7) / 8);
            case 6, 7 -> channels;
            case 2 -> packed(channels, bits, block, 7, 2);
            case 0x11 -> packed(channels, bits, block, 4, 1);
            default -> 0;
        };
    }

    /**
     * Two samples a byte.
     *
     * @param head bytes at the beginning of a block, for each channel
     * @param inHead samples that the head holds
     */
    private static double packed(int channels, int bits, int block, int head, int inHead) {
        int rest = block - head * channels;
        if (channels == 0 || bits != 4 || rest < 0) return 0;
        return (double) block / (inHead + 2 * rest / channels);
    }

    private static String codec(int kind, int bits) throws UnfitFile {
        return switch (kind) {
            case 1 -> bits <= 8 ? "pcm_u8" : "pcm_s" + bits + "le";
            case 2 -> "adpcm_ms";
            case 3 -> "pcm_f" + bits + "le";
            case 6 -> "pcm_alaw";
            case 7 -> "pcm_mulaw";
            case 0x11 -> "adpcm_ima_wav";
            default ->
                throw UnfitFile.damaged("The WAV is of a rare kind: save it as a common one.");
        };
    }
}
