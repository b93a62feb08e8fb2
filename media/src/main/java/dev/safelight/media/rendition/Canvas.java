package dev.safelight.media.rendition;

import dev.safelight.media.header.Place;

import java.util.Arrays;

/**
 * A frame at its place on a larger picture, all else transparent.
 *
 * @param frame may be decoded smaller than the place says; the whole is as much smaller
 */
record Canvas(Pixels frame, int width, int height, int left, int top) implements Pixels {

    /** The frame alone where it covers all of it. */
    static Pixels of(Pixels frame, Place place, int width, int height) {
        if (place.width() == width && place.height() == height) return frame;
        double scale = (double) frame.width() / place.width();
        int left = (int) Math.round(place.left() * scale);
        int top = (int) Math.round(place.top() * scale);
        return new Canvas(
                frame,
                Math.max((int) Math.round(width * scale), left + frame.width()),
                Math.max((int) Math.round(height * scale), top + frame.height()),
                left,
                top);
    }

    @Override
    public void row(int y, int[] into) {
        Arrays.fill(into, 0);
        if (y < top || y >= top + frame.height()) return;
        var row = new int[frame.width()];
        frame.row(y - top, row);
        System.arraycopy(row, 0, into, left, row.length);
    }
}
