package dev.safelight.engines.illustrator.style;

import dev.safelight.core.engine.Stopped;
import dev.safelight.engines.illustrator.paint.Bands;
import dev.safelight.engines.illustrator.paint.Canvas;
import dev.safelight.engines.illustrator.paint.Ink;
import dev.safelight.engines.illustrator.paint.Noise;
import dev.safelight.engines.illustrator.paint.ToneCurve;
import dev.safelight.media.raster.PictureFile;

import java.io.IOException;
import java.io.InterruptedIOException;

/** The last step: vignette and tone, then the file. */
public final class Finish {
    private final Canvas canvas;
    private final Style style;
    private final int seed;

    public Finish(Canvas canvas, Style style, int seed) {
        this.canvas = canvas;
        this.style = style;
        this.seed = seed;
    }

    public byte[] into(PictureFile file, Bands bands) throws IOException, Stopped {
        int width = canvas.width();
        int band = Math.max(1, canvas.height() / 64);
        byte[][] rows = new byte[band][width * 3];
        try (file) {
            for (int first = 0; first < canvas.height(); first += band) {
                int from = first;
                int count = Math.min(band, canvas.height() - first);
                float done = (float) first / canvas.height();
                bands.part(done, done).lines(count, line -> tones(from + line, rows[line]));
                for (int line = 0; line < count; line++) file.row(rows[line]);
            }
            bands.look();
            return file.finish(bands::stopped);
        } catch (InterruptedIOException stopped) {
            bands.look();
            throw stopped;
        }
    }

    private void tones(int y, byte[] row) {
        Ink ink = new Ink();
        float grain = style == Style.CINEMATIC || style == Style.NOIR || style == Style.VINTAGE
                ? .022f
                : 0;
        boolean shaded = style != Style.PIXEL && style != Style.POSTER && style != Style.SKETCH;
        float v = (y + .5f) / canvas.height() - .5f;
        for (int x = 0; x < canvas.width(); x++) {
            canvas.get(x, y, ink);
            float u = (x + .5f) / canvas.width() - .5f;
            if (shaded) ink.scale(1 - .42f * (u * u + v * v));
            float chance = Noise.hash(x, y, seed);
            float dust = grain * (chance + Noise.hash(x, y, seed + 1) - 1);
            row[x * 3] = (byte) ToneCurve.eightBits(ToneCurve.shown(ink.r) + dust, chance);
            row[x * 3 + 1] = (byte) ToneCurve.eightBits(ToneCurve.shown(ink.g) + dust, chance);
            row[x * 3 + 2] = (byte) ToneCurve.eightBits(ToneCurve.shown(ink.b) + dust, chance);
        }
    }
}
