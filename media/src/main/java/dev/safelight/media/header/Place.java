package dev.safelight.media.header;

/** Where the first frame lies on what is shown; both in pixels. */
public record Place(int left, int top, int width, int height) {}
