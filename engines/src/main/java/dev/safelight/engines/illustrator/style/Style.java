package dev.safelight.engines.illustrator.style;

/** How the picture is made to look. */
public enum Style {
    ILLUSTRATION,
    /**
     * The nearest to a photograph: more depth and grain. Still a drawing, and the result says so.
     */
    CINEMATIC,
    WATERCOLOR,
    OIL,
    PIXEL,
    SKETCH,
    NOIR,
    POSTER,
    NEON,
    VINTAGE
}
