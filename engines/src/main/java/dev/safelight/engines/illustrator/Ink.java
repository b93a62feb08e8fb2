package dev.safelight.engines.illustrator;

/**
 * The colour being worked out for one pixel. Mutable, one per row, so that tight loops allocate
 * nothing.
 */
final class Ink {
    float r;
    float g;
    float b;

    void set(Rgb colour) {
        r = colour.r();
        g = colour.g();
        b = colour.b();
    }

    void set(Ink other) {
        r = other.r;
        g = other.g;
        b = other.b;
    }

    void set(float red, float green, float blue) {
        r = red;
        g = green;
        b = blue;
    }

    void add(Rgb colour, float share) {
        r += colour.r() * share;
        g += colour.g() * share;
        b += colour.b() * share;
    }

    void scale(float factor) {
        r *= factor;
        g *= factor;
        b *= factor;
    }

    void times(float red, float green, float blue) {
        r *= red;
        g *= green;
        b *= blue;
    }

    void mix(Rgb colour, float share) {
        mix(colour.r(), colour.g(), colour.b(), share);
    }

    void mix(Ink other, float share) {
        mix(other.r, other.g, other.b, share);
    }

    void mix(float red, float green, float blue, float share) {
        float part = Math.clamp(share, 0f, 1f);
        r += (red - r) * part;
        g += (green - g) * part;
        b += (blue - b) * part;
    }

    float luminance() {
        return .2126f * r + .7152f * g + .0722f * b;
    }
}
