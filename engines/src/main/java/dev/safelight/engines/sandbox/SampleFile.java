package dev.safelight.engines.sandbox;

import dev.safelight.core.asset.Content;
import dev.safelight.core.engine.Job;
import dev.safelight.core.engine.MadeFile;
import dev.safelight.core.task.Preview;
import dev.safelight.core.tool.Catalog;
import dev.safelight.core.tool.EngineName;
import dev.safelight.core.tool.Medium;
import dev.safelight.core.tool.Tool;
import dev.safelight.media.raster.Origin;
import dev.safelight.media.raster.Png;
import dev.safelight.media.sound.Sound;
import dev.safelight.media.sound.Wav;

import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Small real files, the same for the same task: a gradient in PNG, a soft tone in WAV, a second of
 * a test picture in MP4.
 */
final class SampleFile {
    private static final int SIDE = 64;
    private static final int SAMPLE_RATE = 8_000;
    private static final double TONE_HERTZ = 440;

    private SampleFile() {}

    /** As many as were asked for. */
    static List<MadeFile> all(Job job, String model) {
        var medium = Catalog.load().find(job.route().tool()).map(Tool::medium);
        int count = job.input().path("numResults").asInt(1);
        return IntStream.range(0, count)
                .mapToObj(number -> of(job, medium.orElse(Medium.IMAGE), number, model))
                .toList();
    }

    /** A picture of what is coming, whatever that is. */
    static Preview preview(Job job, String model) {
        try (var in = gradient(job, 0, model).content().open()) {
            return new Preview("image/png", in.readAllBytes());
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private static MadeFile of(Job job, Medium medium, int number, String model) {
        return switch (medium) {
            case IMAGE -> gradient(job, number, model);
            case SOUND -> tone();
            case VIDEO -> clip();
        };
    }

    private static MadeFile clip() {
        try (var in = SampleFile.class.getResourceAsStream("sandbox.mp4")) {
            if (in == null) throw new IllegalStateException("sandbox.mp4 is missing");
            var facts = JsonMapper.shared().createObjectNode().put("seconds", 1);
            facts.put("width", SIDE).put("height", SIDE);
            return new MadeFile("video/mp4", "sandbox.mp4", Content.of(in.readAllBytes()), facts);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static MadeFile gradient(Job job, int number, String model) {
        var origin = new Origin(EngineName.SANDBOX.text(), model, job.seed());
        // A light and a dark colour of 21 bits each, from the id: other tasks have other bytes.
        long id = job.task().id().lo() + number;
        byte[] light = colour(id, 0x80);
        byte[] dark = colour(id >>> 21, 0);
        try (var png = new Png(SIDE, SIDE, origin.words())) {
            for (int y = 0; y < SIDE; y++) png.row(row(y, light, dark));
            var facts = JsonMapper.shared().createObjectNode();
            facts.put("width", SIDE).put("height", SIDE).put("seed", origin.seed());
            return new MadeFile("image/png", "sandbox.png", Content.of(png.finish()), facts);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private static byte[] colour(long bits, int least) {
        return new byte[] {
            (byte) (least | (bits & 0x7F)),
            (byte) (least | (bits >>> 7 & 0x7F)),
            (byte) (least | (bits >>> 14 & 0x7F))
        };
    }

    /** From the one colour in the first corner to the other in the last. */
    private static byte[] row(int y, byte[] from, byte[] to) {
        var row = new byte[SIDE * 3];
        int whole = 2 * (SIDE - 1);
        for (int at = 0; at < row.length; at++) {
            int part = at / 3 + y;
            int first = from[at % 3] & 0xFF;
            int last = to[at % 3] & 0xFF;
            row[at] = (byte) ((first * (whole - part) + last * part) / whole);
        }
        return row;
    }

    private static MadeFile tone() {
        var samples = new short[SAMPLE_RATE / 4];
        for (int i = 0; i < samples.length; i++) {
            double angle = 2 * Math.PI * TONE_HERTZ * i / SAMPLE_RATE;
            samples[i] = (short) (Math.sin(angle) * 8_000);
        }
        var sound = new Sound(SAMPLE_RATE);
        sound.add(samples);
        var facts = JsonMapper.shared().createObjectNode().put("seconds", 0.25);
        return new MadeFile("audio/wav", "sandbox.wav", Content.of(Wav.encode(sound)), facts);
    }
}
