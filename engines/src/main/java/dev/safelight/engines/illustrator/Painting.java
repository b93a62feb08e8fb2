package dev.safelight.engines.illustrator;

import dev.safelight.core.engine.Stopped;
import dev.safelight.engines.illustrator.compositing.Compositing;
import dev.safelight.engines.illustrator.compositing.Precipitation;
import dev.safelight.engines.illustrator.paint.Bands;
import dev.safelight.engines.illustrator.paint.Canvas;
import dev.safelight.engines.illustrator.paint.Frame;
import dev.safelight.engines.illustrator.reading.Scene;
import dev.safelight.engines.illustrator.setting.Setting;
import dev.safelight.engines.illustrator.sky.Atmosphere;
import dev.safelight.engines.illustrator.style.StyleTreatment;

import java.io.IOException;

/** The order of the work: the setting, the subjects in it, what falls before them, the style. */
final class Painting {
    private Painting() {}

    /** @param seed every kind of chance in the picture comes from it */
    static Canvas of(Scene scene, Frame frame, int seed, Bands bands) throws IOException, Stopped {
        Canvas canvas = new Canvas(frame);
        Atmosphere air = Atmosphere.of(scene.time(), scene.weather(), seed);
        Setting setting = scene.place().setting(frame, air);
        setting.paint(canvas, bands.part(0, .7f));
        new Compositing(canvas, scene, setting, air).paint(bands.part(.7f, .85f));
        new Precipitation(canvas, air).fall(scene.place());
        new StyleTreatment(canvas, seed, bands.part(.85f, 1)).apply(scene.style());
        return canvas;
    }
}
