package dev.safelight.cli;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;

import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import javax.sound.sampled.AudioFileFormat;
import javax.sound.sampled.AudioSystem;
import javax.sound.sampled.UnsupportedAudioFileException;

/** Makes a file that a server does not make out of one that it does, by what the JDK has. */
final class Conversion {
    private static final float JPEG_QUALITY = 0.92f;
    private static final Set<Format> OPAQUE = Set.of(Format.JPEG, Format.BMP);
    private static final Set<Format> MADE = Set.of(Format.PNG, Format.WAV, Format.FLAC);

    private Conversion() {}

    /** The JDK neither reads nor writes FLAC; the server is asked for that. */
    static boolean isPossible(Format from, Format to) {
        return from.medium() == to.medium() && from != Format.FLAC && to != Format.FLAC;
    }

    /** Whether no server makes it. */
    static boolean isNeededFor(Format wanted) {
        return !MADE.contains(wanted);
    }

    static void write(Path made, Format wanted, OutputStream to) throws IOException {
        switch (wanted.medium()) {
            case PICTURE -> picture(made, wanted, to);
            case SOUND -> sound(made, wanted, to);
        }
    }

    private static void picture(Path made, Format wanted, OutputStream to) throws IOException {
        BufferedImage read = ImageIO.read(made.toFile());
        if (read == null) throw new IOException("what the server made is no picture");
        var image = OPAQUE.contains(wanted) ? onWhite(read) : read;
        String name = wanted.name().toLowerCase(Locale.ROOT);
        ImageWriter writer = ImageIO.getImageWritersByFormatName(name).next();
        // In memory: by default the JDK would leave it in a file of its own for a while.
        try (var stream = new MemoryCacheImageOutputStream(to)) {
            writer.setOutput(stream);
            writer.write(null, new IIOImage(image, null, null), parameters(writer, wanted));
        } finally {
            writer.dispose();
        }
    }

    private static ImageWriteParam parameters(ImageWriter writer, Format wanted) {
        ImageWriteParam parameters = writer.getDefaultWriteParam();
        if (wanted == Format.JPEG) {
            parameters.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            parameters.setCompressionQuality(JPEG_QUALITY);
        }
        return parameters;
    }

    private static BufferedImage onWhite(BufferedImage image) {
        var opaque =
                new BufferedImage(image.getWidth(), image.getHeight(), BufferedImage.TYPE_INT_RGB);
        var canvas = opaque.createGraphics();
        canvas.drawImage(image, 0, 0, Color.WHITE, null);
        canvas.dispose();
        return opaque;
    }

    private static void sound(Path made, Format wanted, OutputStream to) throws IOException {
        var type = wanted == Format.AU ? AudioFileFormat.Type.AU : AudioFileFormat.Type.AIFF;
        try (var stream = AudioSystem.getAudioInputStream(made.toFile())) {
            AudioSystem.write(stream, type, to);
        } catch (UnsupportedAudioFileException e) {
            throw new IOException("what the server made is no sound that can be read", e);
        }
    }
}
