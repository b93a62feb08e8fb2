package dev.safelight.engines.illustrator.sky;

import dev.safelight.engines.illustrator.paint.Rgb;

/** The colours of a sky from the top down, and of the light that comes from its sun or moon. */
public record Palette(Rgb zenith, Rgb middle, Rgb horizon, Rgb sun) {

    /** The colours under cloud: greyer, and dimmer by {@code loss}. */
    Palette overcast(float cover, float loss) {
        return new Palette(
                dulled(zenith, cover, loss),
                dulled(middle, cover, loss),
                dulled(horizon, cover, loss),
                dulled(sun, cover * .6f, loss));
    }

    private Rgb dulled(Rgb colour, float cover, float loss) {
        Rgb grey = middle.mix(horizon, .4f).grey().mix(middle, .15f);
        return colour.mix(grey, cover).times(1 - loss);
    }
}
