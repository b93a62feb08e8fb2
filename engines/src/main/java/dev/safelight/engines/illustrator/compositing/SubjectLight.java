package dev.safelight.engines.illustrator.compositing;

import dev.safelight.engines.illustrator.paint.Rgb;
import dev.safelight.engines.illustrator.setting.Place;
import dev.safelight.engines.illustrator.sky.Atmosphere;
import dev.safelight.engines.illustrator.sky.Light;
import dev.safelight.engines.illustrator.sky.Palette;

/** The light on the subjects, where it is not that of the sky. */
final class SubjectLight {
    private static final Light.Direction LEFT = new Light.Direction(-.55f, .62f, -.56f);

    private SubjectLight() {}

    static Light at(Place place, Atmosphere air) {
        Palette colours = air.light().colours();
        return switch (place) {
            case SPACE ->
                new Light(
                        colours,
                        new Rgb(.8f, .76f, .7f),
                        new Rgb(.27f, .26f, .36f),
                        new Light.Direction(-.72f, .52f, .2f));
            case MOON ->
                new Light(
                        colours,
                        air.light().key().times(1.05f),
                        new Rgb(.2f, .2f, .24f),
                        air.light().towards());
            case UNDERWATER -> deep(air);
            case TABLE, STUDIO ->
                new Light(colours, new Rgb(.72f, .7f, .66f), new Rgb(.44f, .45f, .47f), LEFT);
            case ROOM ->
                new Light(colours, new Rgb(.5f, .46f, .4f), new Rgb(.42f, .4f, .38f), LEFT);
            case OCEAN, BEACH, LAKE, MOUNTAIN, MEADOW, SAVANNA, FOREST, DESERT, SNOW, CITY, SKY ->
                air.light();
        };
    }

    /** From above, and without most of its red. */
    private static Light deep(Atmosphere air) {
        float day = Math.clamp(air.light().open().luminance() * 1.2f, .3f, 1f);
        return new Light(
                air.light().colours(),
                new Rgb(.4f, .66f, .68f).times(day),
                new Rgb(.3f, .47f, .52f).times(day),
                new Light.Direction(-.2f, .93f, -.3f));
    }
}
