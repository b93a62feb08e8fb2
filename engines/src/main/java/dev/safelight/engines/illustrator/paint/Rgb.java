package dev.safelight.engines.illustrator.paint;

/** A fixed colour in linear light. */
public record Rgb(float r, float g, float b) {

    /** A colour as it is written in style sheets, as in {@code 0xFFB45A}. */
    public static Rgb of(int hex) {
        return new Rgb(linear(hex >> 16 & 255), linear(hex >> 8 & 255), linear(hex & 255));
    }

    /** The square stands in for the sRGB curve everywhere here; {@link ToneCurve} undoes it. */
    public static float linear(int eightBits) {
        float part = eightBits / 255f;
        return part * part;
    }

    public Rgb mix(Rgb other, float share) {
        return new Rgb(
                r + (other.r - r) * share, g + (other.g - g) * share, b + (other.b - b) * share);
    }

    public Rgb times(float factor) {
        return new Rgb(r * factor, g * factor, b * factor);
    }

    public Rgb times(Rgb other) {
        return new Rgb(r * other.r, g * other.g, b * other.b);
    }

    public Rgb plus(Rgb other) {
        return new Rgb(r + other.r, g + other.g, b + other.b);
    }

    public Rgb grey() {
        float light = luminance();
        return new Rgb(light, light, light);
    }

    public float luminance() {
        return .2126f * r + .7152f * g + .0722f * b;
    }
}
