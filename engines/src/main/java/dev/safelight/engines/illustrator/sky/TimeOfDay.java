package dev.safelight.engines.illustrator.sky;

import dev.safelight.engines.illustrator.paint.Rgb;

/** When the scene plays: the colours of a clear sky, and how high its sun or moon stands. */
public enum TimeOfDay {
    DAWN(0x4A78B8, 0xEFB3A6, 0xFFE0A8, 0xFFE6BE, .13f),
    DAY(0x1F63C6, 0x6AA9EA, 0xCFE6F8, 0xFFF8E6, .78f),
    SUNSET(0x2F3D80, 0xDB6F78, 0xFFA552, 0xFFCB80, .075f),
    DUSK(0x16204F, 0x4F4A86, 0xE58E77, 0xF0A688, .03f),
    NIGHT(0x050A20, 0x0C1A44, 0x24386C, 0xC6D4FF, .42f);

    private final int zenith;
    private final int middle;
    private final int horizon;
    private final int sun;
    private final float elevation;

    TimeOfDay(int zenith, int middle, int horizon, int sun, float elevation) {
        this.zenith = zenith;
        this.middle = middle;
        this.horizon = horizon;
        this.sun = sun;
        this.elevation = elevation;
    }

    Palette palette() {
        return new Palette(Rgb.of(zenith), Rgb.of(middle), Rgb.of(horizon), Rgb.of(sun));
    }

    /** The height of the sun or moon, in radians. */
    float elevation() {
        return elevation;
    }

    /** How bright the sun's direct light is, next to noon. */
    float sunlight() {
        return switch (this) {
            case DAY -> 1;
            case DAWN -> .8f;
            case SUNSET -> .85f;
            case DUSK -> .3f;
            case NIGHT -> .2f;
        };
    }

    /** Whether the sun is seen ahead, so that subjects are lit from behind. */
    boolean backlit() {
        return this == DAWN || this == SUNSET || this == DUSK;
    }
}
