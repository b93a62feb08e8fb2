package dev.safelight.engines.illustrator.compositing;

/**
 * Where a drawing goes, in pixels of the picture.
 *
 * @param x the middle
 * @param foot the row of its lowest point
 * @param tilt a turn about the middle of the foot, in radians, clockwise
 * @param flip whether it is mirrored
 */
record Spot(float x, float foot, float tall, float tilt, boolean flip) {
    Spot moved(float dx, float dy) {
        return new Spot(x + dx, foot + dy, tall, tilt, flip);
    }
}
