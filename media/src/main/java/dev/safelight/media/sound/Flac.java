package dev.safelight.media.sound;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** The FLAC format (RFC 9639): the same samples in about half the bytes. */
public final class Flac {
    private static final int MAGIC = 0x664C6143; // "fLaC"
    private static final int LAST_BLOCK_STREAMINFO = 0x80;
    private static final int STREAMINFO_BYTES = 34;

    private Flac() {}

    /** The whole file of one channel. */
    public static byte[] encode(Sound sound) {
        short[] samples = sound.samples();
        BitSink out = new BitSink();
        out.put(MAGIC, 32);
        out.put(LAST_BLOCK_STREAMINFO, 8);
        out.put(STREAMINFO_BYTES, 24);
        out.put(FlacFrame.BLOCK, 16);
        out.put(FlacFrame.BLOCK, 16);
        out.put(0, 48); // smallest and largest frame: not told
        out.put(sound.sampleRate(), 20);
        out.put(0, 3); // channels less one
        out.put(15, 5); // bits less one
        out.put(samples.length, 36);
        for (byte b : digest(samples)) out.put(b & 0xFF, 8);
        for (int from = 0, number = 0; from < samples.length; from += FlacFrame.BLOCK, number++) {
            int to = Math.min(samples.length, from + FlacFrame.BLOCK);
            FlacFrame.write(out, samples, from, to, number);
        }
        return out.bytes();
    }

    /** MD5 is what the format asks for: a checksum of the samples, nobody's protection. */
    private static byte[] digest(short[] samples) {
        ByteBuffer bytes = ByteBuffer.allocate(samples.length * 2).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asShortBuffer().put(samples);
        try {
            return MessageDigest.getInstance("MD5").digest(bytes.array());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has MD5", e);
        }
    }
}
