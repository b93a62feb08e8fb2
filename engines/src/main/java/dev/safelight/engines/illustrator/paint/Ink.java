package dev.safelight.engines.illustrator.paint;

/**
 * The colour being worked out for one pixel. Mutable, one per row, so that tight loops allocate
 * nothing.
 */
public final class Ink {
    public float r;
    public float g;
    public float b;

    public void set(Rgb colour) {
        r = colour.r();
        g = colour.g();
        b = colour.b();
    }

    public void set(Ink other) {
        r = other.r;
        g = other.g;
        b = other.b;
    }

    public void set(float red, float green, float blue) {
        r = red;
        g = green;
        b = blue;
    }

    public void add(Rgb colour, float share) {
        r += colour.r() * share;
        g += colour.g() * share;
        b += colour.b() * share;
    }

    public void scale(float factor) {
        r *= factor;
        g *= factor;
        b *= factor;
    }

    public void times(float red, float green, float blue) {
        r *= red;
        g *= green;
        b *= blue;
    }

    public void mix(Rgb colour, float share) {
        mix(colour.r(), colour.g(), colour.b(), share);
    }

    public void mix(Ink other, float share) {
        mix(other.r, other.g, other.b, share);
    }

    public void mix(float red, float green, float blue, float share) {
        float part = Math.clamp(share, 0f, 1f);
        r += (red - r) * part;
        g += (green - g) * part;
        b += (blue - b) * part;
    }

    public float luminance() {
        return .2126f * r + .7152f * g + .0722f * b;
    }
}
