package dev.safelight.testkit.wire;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

import javax.imageio.ImageIO;
import javax.sound.sampled.AudioFileFormat;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;

/** The one file that every canned task of a kind makes. */
final class CannedFile {
    static final CannedFile PICTURE = new CannedFile("image/png", picture());
    static final CannedFile SOUND = new CannedFile("audio/wav", sound());

    private final String type;
    private final byte[] bytes;

    private CannedFile(String type, byte[] bytes) {
        this.type = type;
        this.bytes = bytes;
    }

    String type() {
        return type;
    }

    byte[] bytes() {
        return bytes.clone();
    }

    String digest() {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    private static byte[] picture() {
        var image = new BufferedImage(96, 64, BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < image.getHeight(); y++)
            for (int x = 0; x < image.getWidth(); x++)
                image.setRGB(x, y, (x << 17) | (y << 10) | ((x * y) & 0xff));
        var bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "png", bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static byte[] sound() {
        byte[] samples = new byte[8_820];
        for (int i = 0; i < samples.length; i++) samples[i] = (byte) ((i * i) >> 5);
        var format = new AudioFormat(22_050, 16, 1, true, false);
        var frames =
                new AudioInputStream(new ByteArrayInputStream(samples), format, samples.length / 2);
        var bytes = new ByteArrayOutputStream();
        try {
            AudioSystem.write(frames, AudioFileFormat.Type.WAVE, bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
