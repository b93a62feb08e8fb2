package dev.safelight.engines.illustrator.sky;

import dev.safelight.engines.illustrator.paint.Ink;
import dev.safelight.engines.illustrator.paint.Rgb;

/**
 * Everything about the outdoors that the painters of places share.
 *
 * @param seed every kind of chance in the picture comes from it
 */
public record Atmosphere(TimeOfDay time, Weather weather, Light light, Sky sky, int seed) {

    public static Atmosphere of(TimeOfDay time, Weather weather, int seed) {
        Light light = Light.of(time, weather, seed);
        return new Atmosphere(time, weather, light, new Sky(time, weather, light, seed), seed);
    }

    /**
     * Mixes in the air between the viewer and something {@code distance} away.
     *
     * @param clear the distance at which a clear day hides about two thirds
     */
    public void haze(float nx, float distance, float clear, Ink ink) {
        float depth = distance * weather.haze() / clear;
        float share = 1 - (float) Math.exp(-depth * Math.sqrt(Math.min(1, depth)));
        Rgb far = light.colours().horizon();
        Rgb mid = light.colours().middle();
        float towards = Math.max(
                0,
                1
                        - Math.abs(nx
                                - light.towards().x()
                                        / Math.max(.2f, light.towards().z())));
        float warm = time.backlit() ? towards * .45f : 0;
        Rgb sun = light.colours().sun();
        ink.mix(
                mid.r() * .3f + far.r() * .7f + sun.r() * warm * .4f,
                mid.g() * .3f + far.g() * .7f + sun.g() * warm * .4f,
                mid.b() * .3f + far.b() * .7f + sun.b() * warm * .4f,
                share * .97f);
    }
}
