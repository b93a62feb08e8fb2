package dev.safelight.engines.illustrator.compositing;

import dev.safelight.engines.illustrator.art.Sprite;

/** A subject's drawing, ready to be lit and laid into the picture. */
record PlacedSubject(Sprite sprite, Spot spot, Stance stance) {
    /** With its drawing mirrored, if that is how it is to look. */
    PlacedSubject turned() {
        return spot.flip() ? new PlacedSubject(sprite.mirrored(), spot, stance) : this;
    }
}
