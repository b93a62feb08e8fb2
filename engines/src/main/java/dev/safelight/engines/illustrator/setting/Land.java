package dev.safelight.engines.illustrator.setting;

import dev.safelight.core.engine.Stopped;
import dev.safelight.engines.illustrator.paint.Bands;
import dev.safelight.engines.illustrator.paint.Canvas;
import dev.safelight.engines.illustrator.paint.Ink;
import dev.safelight.engines.illustrator.paint.View;
import dev.safelight.engines.illustrator.sky.Atmosphere;

/**
 * Open land under a sky. Each column of the picture is walked from the viewer outwards, and what
 * rises above what was seen so far is painted: every hill is exact, and no step can overshoot a
 * crest.
 */
final class Land implements Setting {
    private static final float EYE = 1.55f;
    private static final float NEAREST = 1.1f;
    private static final float FARTHEST = 1100;
    /** In rows: what comes into view is painted in steps of at least this. */
    private static final float STEP = .6f;

    private final View view;
    private final Atmosphere air;
    private final Terrain terrain;
    private final Backdrop.Rays above;
    private final GroundLight ground;

    Land(View view, Atmosphere air, Terrain terrain, Backdrop.Rays above) {
        this.view = view;
        this.air = air;
        this.terrain = terrain;
        this.above = above;
        this.ground = new GroundLight(air, terrain);
    }

    @Override
    public View view() {
        return view;
    }

    @Override
    public Surface surface() {
        return terrain instanceof CloudTops ? Surface.NOTHING : Surface.GROUND;
    }

    @Override
    public void paint(Canvas canvas, Bands bands) throws Stopped {
        float[] depth = new float[canvas.frame().pixels()];
        new Backdrop(view, surface(), above).paint(canvas, bands.part(0, .3f));
        bands.part(.3f, .85f).lines(canvas.width(), x -> column(canvas, depth, x));
        if (terrain.waterLevel() > -100) {
            new StillWater(view, air, canvas, depth).paint(bands.part(.85f, .9f));
        }
        new PlantPainter(view, air, canvas, depth).paint(terrain, EYE, bands.part(.9f, 1));
    }

    private void column(Canvas canvas, float[] depth, int x) {
        float nx = view.nx(x);
        LandColumn column = new LandColumn(canvas, depth, x);
        Ink ink = new Ink();
        float level = terrain.waterLevel();
        float hiddenZ = 0;
        float hiddenHeight = 0;
        for (float z = NEAREST; z < FARTHEST; z += z * stride(z)) {
            int octaves = octaves(z);
            float height = terrain.height(nx * z, z, octaves);
            boolean water = height < level;
            float row = view.yOf(((water ? level : height) - EYE) / z);
            if (row > column.row() - STEP) {
                // Too little has come into view to be worth its light, unless it was a crest.
                if (row < column.row()) {
                    hiddenZ = z;
                    hiddenHeight = height;
                } else if (hiddenZ > 0 && hiddenHeight >= level) {
                    ground.at(nx, hiddenZ, hiddenHeight, octaves(hiddenZ), ink);
                    column.rise(view.yOf((hiddenHeight - EYE) / hiddenZ), ink, hiddenZ);
                    hiddenZ = 0;
                }
                continue;
            }
            hiddenZ = 0;
            if (!water) ground.at(nx, z, height, octaves, ink);
            column.rise(row, ink, water ? -z : z);
        }
        column.close();
    }

    /**
     * The next step, as a share of the distance: about one row on flat ground, finer than any far
     * hill.
     */
    private float stride(float z) {
        float grain = view.grain();
        return Math.clamp(
                .75f * grain * z / EYE,
                Math.min(.0016f, grain),
                Math.clamp(2.8f * grain, .0014f, .0045f));
    }

    /** Detail that is finer than a pixel is not worked out. */
    private static int octaves(float z) {
        if (z < 8) return 8;
        if (z < 40) return 7;
        return z < 220 ? 6 : 5;
    }
}
