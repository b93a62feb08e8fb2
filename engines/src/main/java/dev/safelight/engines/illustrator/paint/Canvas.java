package dev.safelight.engines.illustrator.paint;

/** The picture while it is painted: linear light, rows from the top, three numbers a pixel. */
public final class Canvas {
    private final Frame frame;
    private final float[] light;

    public Canvas(Frame frame) {
        this.frame = frame;
        this.light = new float[frame.pixels() * 3];
    }

    public Frame frame() {
        return frame;
    }

    public int width() {
        return frame.width();
    }

    public int height() {
        return frame.height();
    }

    public boolean holds(int x, int y) {
        return x >= 0 && y >= 0 && x < frame.width() && y < frame.height();
    }

    public void set(int x, int y, Ink ink) {
        int at = (y * frame.width() + x) * 3;
        light[at] = ink.r;
        light[at + 1] = ink.g;
        light[at + 2] = ink.b;
    }

    public void get(int x, int y, Ink into) {
        int at = (y * frame.width() + x) * 3;
        into.set(light[at], light[at + 1], light[at + 2]);
    }

    /** Lays ink over what is there; {@code share} is how much of it covers. */
    public void lay(int x, int y, Ink ink, float share) {
        int at = (y * frame.width() + x) * 3;
        light[at] += (ink.r - light[at]) * share;
        light[at + 1] += (ink.g - light[at + 1]) * share;
        light[at + 2] += (ink.b - light[at + 2]) * share;
    }

    public void shade(int x, int y, float red, float green, float blue) {
        int at = (y * frame.width() + x) * 3;
        light[at] *= red;
        light[at + 1] *= green;
        light[at + 2] *= blue;
    }

    public void glow(int x, int y, Rgb colour, float share) {
        int at = (y * frame.width() + x) * 3;
        light[at] += colour.r() * share;
        light[at + 1] += colour.g() * share;
        light[at + 2] += colour.b() * share;
    }

    /** Lays a soft round dot, as of foam, snow or dust; places and radius in pixels. */
    public void dot(float cx, float cy, float radius, Ink ink, float share) {
        int reach = (int) Math.ceil(radius + 1);
        for (int y = (int) cy - reach; y <= cy + reach; y++) {
            for (int x = (int) cx - reach; x <= cx + reach; x++) {
                if (!holds(x, y)) continue;
                float dx = x + .5f - cx;
                float dy = y + .5f - cy;
                float inside = radius + .5f - (float) Math.sqrt(dx * dx + dy * dy);
                if (inside > 0)
                    lay(x, y, ink, share * Math.min(1, inside / Math.max(1, radius * .6f)));
            }
        }
    }
}
