package dev.safelight.engines.sandbox;

import dev.safelight.core.asset.Content;
import dev.safelight.core.engine.Job;
import dev.safelight.core.engine.MadeFile;
import dev.safelight.core.tool.ToolName;

import tools.jackson.databind.json.JsonMapper;

import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

import javax.imageio.ImageIO;

/** Small real files, the same for the same task: a gradient in PNG, a soft tone in WAV. */
final class SampleFile {
    private static final int SIDE = 64;
    private static final int SAMPLE_RATE = 8_000;
    private static final int WAV_HEADER = 44;
    private static final double TONE_HERTZ = 440;

    private SampleFile() {}

    static MadeFile of(Job job) {
        return job.route().tool().equals(ToolName.TEXT_TO_SPEECH) ? tone() : gradient(job);
    }

    private static MadeFile gradient(Job job) {
        var image = new BufferedImage(SIDE, SIDE, BufferedImage.TYPE_INT_RGB);
        var graphics = image.createGraphics();
        float hue = (job.task().id().lo() & 0xFF) / 255f;
        var light = Color.getHSBColor(hue, 0.3f, 1f);
        var dark = Color.getHSBColor(hue, 0.8f, 0.4f);
        graphics.setPaint(new GradientPaint(0, 0, light, SIDE, SIDE, dark));
        graphics.fillRect(0, 0, SIDE, SIDE);
        graphics.dispose();
        var bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "png", bytes);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        var facts = JsonMapper.shared().createObjectNode().put("width", SIDE).put("height", SIDE);
        return new MadeFile("image/png", "sandbox.png", Content.of(bytes.toByteArray()), facts);
    }

    private static MadeFile tone() {
        int samples = SAMPLE_RATE / 4;
        var wav = ByteBuffer.allocate(WAV_HEADER + samples * 2).order(ByteOrder.LITTLE_ENDIAN);
        wav.put(ascii("RIFF")).putInt(WAV_HEADER - 8 + samples * 2).put(ascii("WAVEfmt "));
        wav.putInt(16).putShort((short) 1).putShort((short) 1);
        wav.putInt(SAMPLE_RATE).putInt(SAMPLE_RATE * 2).putShort((short) 2).putShort((short) 16);
        wav.put(ascii("data")).putInt(samples * 2);
        for (int i = 0; i < samples; i++) {
            double angle = 2 * Math.PI * TONE_HERTZ * i / SAMPLE_RATE;
            wav.putShort((short) (Math.sin(angle) * 8_000));
        }
        var facts = JsonMapper.shared().createObjectNode().put("seconds", 0.25);
        return new MadeFile("audio/wav", "sandbox.wav", Content.of(wav.array()), facts);
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
