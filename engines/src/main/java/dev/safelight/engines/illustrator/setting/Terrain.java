package dev.safelight.engines.illustrator.setting;

import dev.safelight.engines.illustrator.paint.Ink;

/**
 * The shape and the colours of a stretch of land; the viewer stands at x = 0, z = 0, on height 0.
 */
public interface Terrain {

    /** The height at a place; more octaves for what is near. */
    float height(float x, float z, int octaves);

    /**
     * The colour of the ground, before light.
     *
     * @param up how level the ground is, 1 for flat
     */
    void colour(float x, float z, float height, float up, Ink out);

    /** How far a clear day lets one see. */
    float clear();

    /** What grows on it. */
    Plants plants();

    /** The height below which water lies; far below everything where there is none. */
    default float waterLevel() {
        return -1000;
    }
}
