package dev.safelight.testkit.hostile;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.DeflaterOutputStream;

/** Bytes that are written one after the other. */
final class Bytes {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    static Bytes of(String characters) {
        return new Bytes().text(characters);
    }

    /** Characters up to 255, a byte each. */
    Bytes text(String characters) {
        return add(characters.getBytes(StandardCharsets.ISO_8859_1));
    }

    Bytes add(byte[] bytes) {
        out.writeBytes(bytes);
        return this;
    }

    Bytes u8(int... values) {
        for (int value : values) out.write(value);
        return this;
    }

    Bytes u16(int value) {
        return u8(value >> 8, value);
    }

    Bytes u32(long value) {
        return u16((int) (value >> 16)).u16((int) value);
    }

    Bytes little16(int value) {
        return u8(value, value >> 8);
    }

    Bytes little24(int value) {
        return little16(value).u8(value >> 16);
    }

    Bytes little32(long value) {
        return little16((int) value).little16((int) (value >> 16));
    }

    Bytes zeros(int count) {
        return add(new byte[count]);
    }

    Bytes times(int count, byte[] bytes) {
        for (int i = 0; i < count; i++) out.writeBytes(bytes);
        return this;
    }

    byte[] all() {
        return out.toByteArray();
    }

    /** The first bytes of a file, as one that was cut off leaves them. */
    static byte[] cut(byte[] whole, int length) {
        return Arrays.copyOf(whole, length);
    }

    /** So many zeros, as zlib writes them: a thousandth of it. */
    static byte[] deflatedZeros(int count) {
        var packed = new ByteArrayOutputStream();
        try (var deflating = new DeflaterOutputStream(packed)) {
            var piece = new byte[1 << 16];
            for (int left = count; left > 0; left -= piece.length)
                deflating.write(piece, 0, Math.min(left, piece.length));
        } catch (java.io.IOException impossible) {
            throw new java.io.UncheckedIOException(impossible);
        }
        return packed.toByteArray();
    }
}
