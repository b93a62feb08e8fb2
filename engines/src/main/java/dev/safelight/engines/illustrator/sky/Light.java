package dev.safelight.engines.illustrator.sky;

import dev.safelight.engines.illustrator.paint.Noise;
import dev.safelight.engines.illustrator.paint.Rgb;

/**
 * The light of a scene.
 *
 * @param colours of the sky after the weather has changed them
 * @param key the direct light of sun or moon
 * @param ambient the light from everywhere else
 * @param towards the direction of the sun or moon
 */
public record Light(Palette colours, Rgb key, Rgb ambient, Direction towards) {

    /** A direction of length 1. */
    public record Direction(float x, float y, float z) {
        static Direction of(float azimuth, float elevation) {
            double across = Math.cos(elevation);
            return new Direction(
                    (float) (across * Math.sin(azimuth)), (float) Math.sin(elevation), (float)
                            (across * Math.cos(azimuth)));
        }

        float dot(float dx, float dy, float dz) {
            return x * dx + y * dy + z * dz;
        }
    }

    /** The light at a time and in a weather; the seed sets the side it comes from. */
    static Light of(TimeOfDay time, Weather weather, int seed) {
        Palette colours = weather.over(time.palette());
        float side = Noise.hash(1, 7, seed) < .5f ? -1 : 1;
        float chance = Noise.hash(2, 7, seed);
        // Low suns and the moon stand in the picture; a high sun behind the viewer's shoulder.
        float azimuth = time == TimeOfDay.DAY
                ? side * (1.9f + .4f * chance)
                : side * (.16f + .24f * chance);
        Rgb key = colours.sun().times(time.sunlight() * (.15f + .85f * weather.direct()));
        Rgb ambient = colours.zenith()
                .mix(colours.middle(), .5f)
                .mix(colours.horizon(), .35f)
                .times(time == TimeOfDay.NIGHT ? 1.6f : .75f);
        // Light from all sides is paler than the sky it comes from.
        ambient = ambient.mix(ambient.grey(), .5f);
        return new Light(colours, key, ambient, Direction.of(azimuth, time.elevation()));
    }

    /** The direct and the ambient light together on a surface that faces the sky. */
    public Rgb open() {
        return key.times(Math.max(.25f, towards.y())).plus(ambient);
    }
}
