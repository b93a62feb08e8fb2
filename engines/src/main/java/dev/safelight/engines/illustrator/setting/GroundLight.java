package dev.safelight.engines.illustrator.setting;

import dev.safelight.engines.illustrator.paint.Ink;
import dev.safelight.engines.illustrator.paint.Noise;
import dev.safelight.engines.illustrator.paint.Rgb;
import dev.safelight.engines.illustrator.sky.Atmosphere;
import dev.safelight.engines.illustrator.sky.Light;

/** The lit colour of a place on the ground. */
final class GroundLight {
    private final Atmosphere air;
    private final Terrain terrain;
    private final Rgb bounce;

    GroundLight(Atmosphere air, Terrain terrain) {
        this.air = air;
        this.terrain = terrain;
        this.bounce = air.light().colours().horizon().times(.16f);
    }

    void at(float nx, float z, float height, int octaves, Ink out) {
        float x = nx * z;
        float step = .004f * z + .012f;
        float slopeX = (terrain.height(x + step, z, octaves) - height) / step;
        float slopeZ = (terrain.height(x, z + step, octaves) - height) / step;
        float length = (float) Math.sqrt(slopeX * slopeX + slopeZ * slopeZ + 1);
        terrain.colour(x, z, height, 1 / length, out);
        Light light = air.light();
        Light.Direction sun = light.towards();
        float facing = (-slopeX * sun.x() + sun.y() - slopeZ * sun.z()) / length;
        // Grass and snow let some light through: the side away from a low sun is not black.
        float direct = Math.max(0, facing) * shadow(x, z) * 1.15f + .1f * Math.max(0, facing + .6f);
        float sky = .62f + .38f / length;
        out.times(
                light.key().r() * direct + light.ambient().r() * sky + bounce.r(),
                light.key().g() * direct + light.ambient().g() * sky + bounce.g(),
                light.key().b() * direct + light.ambient().b() * sky + bounce.b());
        air.haze(nx, z, terrain.clear(), out);
    }

    /** How much of the sun reaches the place past the hills between. */
    private float shadow(float x, float z) {
        Light.Direction sun = air.light().towards();
        float open = 1;
        // Compared at one level of detail: finer bumps must not shade themselves in rings.
        float coarse = terrain.height(x, z, 4);
        float rising = Math.max(.14f, sun.y());
        for (float far = 1.5f + z * .02f; far < 90; far *= 2.6f) {
            float rise =
                    coarse + rising * far - terrain.height(x + sun.x() * far, z + sun.z() * far, 4);
            open = Math.min(open, Noise.smooth(-.06f, .03f, rise / far));
            if (open <= 0) return .06f;
        }
        return .06f + .94f * open;
    }
}
