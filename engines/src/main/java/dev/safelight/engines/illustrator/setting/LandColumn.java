package dev.safelight.engines.illustrator.setting;

import dev.safelight.engines.illustrator.paint.Canvas;
import dev.safelight.engines.illustrator.paint.Ink;

/**
 * One column of the picture while land is painted into it from the lower edge up. A pixel that
 * several stretches of land share is laid once, when it is full, so that nothing behind shines
 * through a seam.
 */
final class LandColumn {
    private final Canvas canvas;
    private final float[] depth;
    private final int x;
    private final Ink last = new Ink();
    private final Ink mixed = new Ink();
    private final Ink sum = new Ink();
    private float covered;
    private float row;
    private float lastZ;

    /** @param depth the distance of each pixel's land; 0 for sky, negative for water */
    LandColumn(Canvas canvas, float[] depth, int x) {
        this.canvas = canvas;
        this.depth = depth;
        this.x = x;
        this.row = canvas.height();
    }

    /** The row up to which the column is painted. */
    float row() {
        return row;
    }

    /**
     * Paints up to a row that lies higher; the colour runs on from the last one on the same slope.
     */
    void rise(float to, Ink ink, float z) {
        boolean ridge = lastZ == 0 || z * lastZ < 0 || Math.abs(z) > Math.abs(lastZ) * 1.05f;
        if (ridge) last.set(ink);
        float from = row;
        float span = Math.max(.01f, from - to);
        while (row > to && row > 0) {
            int y = (int) Math.ceil(row) - 1;
            float top = Math.max(to, y);
            mixed.set(last);
            mixed.mix(ink, (from - (top + row) * .5f) / span);
            add(row - top);
            row = top;
            if (top <= y) lay(y, z);
        }
        lastZ = z;
        last.set(ink);
    }

    /** Lays what is left in the topmost pixel over the sky. */
    void close() {
        if (covered > 0 && row > 0) lay((int) Math.ceil(row) - 1, lastZ);
    }

    private void add(float part) {
        sum.r += mixed.r * part;
        sum.g += mixed.g * part;
        sum.b += mixed.b * part;
        covered += part;
    }

    private void lay(int y, float z) {
        if (y < canvas.height() && covered > 0) {
            sum.scale(1 / covered);
            canvas.lay(x, y, sum, Math.min(1, covered));
            if (covered > .5f) depth[y * canvas.width() + x] = z;
        }
        sum.set(0, 0, 0);
        covered = 0;
    }
}
