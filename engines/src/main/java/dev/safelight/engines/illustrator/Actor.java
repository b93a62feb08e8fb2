package dev.safelight.engines.illustrator;

/** A subject's drawing, ready to be lit and laid into the picture. */
record Actor(Sprite sprite, Spot spot, Stance stance) {}
