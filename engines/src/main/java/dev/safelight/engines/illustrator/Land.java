package dev.safelight.engines.illustrator;

import dev.safelight.core.engine.Stopped;

/**
 * Open land under a sky. Each column of the picture is walked from the viewer outwards, and what
 * rises above what was seen so far is painted: every hill is exact, and no step can overshoot a
 * crest.
 */
final class Land implements Setting {
    private static final float EYE = 1.55f;
    private static final float NEAREST = 1.1f;
    private static final float FARTHEST = 1100;
    private final View view;
    private final Air air;
    private final Terrain terrain;
    private final Backdrop.Rays above;
    private final Ground ground;

    Land(View view, Air air, Terrain terrain, Backdrop.Rays above) {
        this.view = view;
        this.air = air;
        this.terrain = terrain;
        this.above = above;
        this.ground = new Ground(air, terrain);
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
            new Mirror(view, air, canvas, depth).paint(bands.part(.85f, .9f));
        }
        new Growth(view, air, canvas, depth).paint(terrain, EYE, bands.part(.9f, 1));
    }

    /** Where a column has got to: the row and the colour of the last ground that was seen. */
    private static final class Walk {
        final Ink now = new Ink();
        final Ink last = new Ink();
        float row;
        float lastZ;
    }

    private void column(Canvas canvas, float[] depth, int x) {
        float nx = view.nx(x);
        Walk walk = new Walk();
        walk.row = canvas.height() + 2;
        float ratio = 1 + Math.max(.0011f, view.grain() * 1.7f);
        float level = terrain.waterLevel();
        for (float z = NEAREST; z < FARTHEST; z *= ratio) {
            int octaves = z < 30 ? 8 : z < 200 ? 7 : 6;
            float height = terrain.height(nx * z, z, octaves);
            boolean water = height < level;
            float row = view.yOf(((water ? level : height) - EYE) / z);
            if (row >= walk.row - .02f) continue;
            if (water) walk.now.set(0, 0, 0);
            else ground.at(nx, z, height, octaves, walk.now);
            fill(canvas, depth, x, walk, row, water ? -z : z);
        }
    }

    /** Paints the rows from the last ground seen up to this one, its top row by how much it covers. */
    private static void fill(Canvas canvas, float[] depth, int x, Walk walk, float row, float z) {
        // Ground that was hidden in between is a new ridge: its colour must not run into the old
        // one.
        boolean ridge =
                Math.abs(z) > Math.abs(walk.lastZ) * 1.05f || walk.lastZ == 0 || z * walk.lastZ < 0;
        if (ridge) walk.last.set(walk.now);
        int bottom = Math.min(canvas.height() - 1, (int) Math.floor(walk.row));
        int top = Math.max(0, (int) Math.floor(row));
        float span = Math.max(1, walk.row - row);
        Ink ink = new Ink();
        for (int y = bottom; y >= top; y--) {
            float share = Math.clamp((walk.row - y) / span, 0f, 1f);
            ink.set(walk.last);
            ink.mix(walk.now, share);
            float cover = Math.clamp(y + 1 - row, 0f, 1f)
                    * (y == bottom ? Math.clamp(walk.row - y, 0f, 1f) : 1);
            boolean known = depth[y * canvas.width() + x] != 0;
            canvas.lay(x, y, ink, known && y != bottom ? 1 : cover);
            if (cover > .5f || known) depth[y * canvas.width() + x] = z;
        }
        walk.row = row;
        walk.lastZ = z;
        walk.last.set(walk.now);
    }
}
