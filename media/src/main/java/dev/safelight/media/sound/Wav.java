package dev.safelight.media.sound;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** The WAV format: RIFF with 16-bit PCM. */
public final class Wav {
    private static final int HEADER = 44;
    private static final int PCM = 1;
    private static final int BYTES = 2;

    private Wav() {}

    /** The whole file of one channel. */
    public static byte[] encode(Sound sound) {
        short[] samples = sound.samples();
        int size = samples.length * BYTES;
        ByteBuffer file = ByteBuffer.allocate(HEADER + size).order(ByteOrder.LITTLE_ENDIAN);
        file.put(ascii("RIFF")).putInt(HEADER - 8 + size).put(ascii("WAVE"));
        file.put(ascii("fmt ")).putInt(16).putShort((short) PCM).putShort((short) 1);
        file.putInt(sound.sampleRate()).putInt(sound.sampleRate() * BYTES);
        file.putShort((short) BYTES).putShort((short) (BYTES * 8));
        file.put(ascii("data")).putInt(size);
        file.asShortBuffer().put(samples);
        return file.array();
    }

    /**
     * Reads what a program wrote: 16-bit PCM of one channel, whatever chunks surround it.
     *
     * @throws IOException when it is anything else
     */
    public static Sound decode(byte[] bytes) throws IOException {
        ByteBuffer file = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        if (bytes.length < HEADER
                || !name(file, 0).equals("RIFF")
                || !name(file, 8).equals("WAVE")) throw new IOException("not a WAV file");
        int rate = 0;
        for (int at = 12; at + 8 <= bytes.length; ) {
            int body = at + 8;
            int size = size(file, at);
            if (name(file, at).equals("fmt ")) rate = rate(file, body);
            if (name(file, at).equals("data") && rate > 0) return sound(file, body, size, rate);
            at = body + size + (size & 1);
        }
        throw new IOException("the WAV file has no sound");
    }

    /** A chunk's size; programs that stream leave it open, which means up to the end. */
    private static int size(ByteBuffer file, int at) {
        long size = Integer.toUnsignedLong(file.getInt(at + 4));
        return (int) Math.min(size, file.capacity() - at - 8L);
    }

    private static int rate(ByteBuffer file, int body) throws IOException {
        boolean ours = file.getShort(body) == PCM
                && file.getShort(body + 2) == 1
                && file.getShort(body + 14) == BYTES * 8;
        if (!ours) throw new IOException("the WAV file is not 16-bit PCM of one channel");
        return file.getInt(body + 4);
    }

    private static Sound sound(ByteBuffer file, int body, int size, int rate) {
        short[] samples = new short[size / BYTES];
        file.slice(body, samples.length * BYTES)
                .order(ByteOrder.LITTLE_ENDIAN)
                .asShortBuffer()
                .get(samples);
        Sound sound = new Sound(rate);
        sound.add(samples);
        return sound;
    }

    private static String name(ByteBuffer file, int at) {
        byte[] name = new byte[4];
        file.get(at, name);
        return new String(name, StandardCharsets.US_ASCII);
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
