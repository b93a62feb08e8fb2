package dev.safelight.engines.illustrator.paint;

/**
 * The camera: looks along +z from a little above the ground, x to the right, y up. A pixel is a ray
 * (nx, ny, 1); sizes follow the frame's height, so a wider frame shows more, not bigger.
 *
 * @param horizon where eye level is, as a share of the height from the top
 */
public record View(Frame frame, float horizon) {
    /** How much of the world one frame height shows at distance 1. */
    private static final float SPAN = 1.25f;

    public float nx(float x) {
        return (x + .5f - frame.width() * .5f) / frame.height() * SPAN;
    }

    public float ny(float y) {
        return (frame.height() * horizon - y - .5f) / frame.height() * SPAN;
    }

    /** The column of a ray. */
    public float xOf(float nx) {
        return nx / SPAN * frame.height() + frame.width() * .5f;
    }

    /** The row of a ray; below the horizon for negative {@code ny}. */
    public float yOf(float ny) {
        return frame.height() * horizon - ny / SPAN * frame.height();
    }

    /** The angle of one pixel. */
    public float grain() {
        return SPAN / frame.height();
    }

    /** The rightmost ray. */
    public float edge() {
        return nx(frame.width() - 1);
    }
}
