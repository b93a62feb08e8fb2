package dev.safelight.engines.illustrator.art;

/** Recolours a drawing: its main colour becomes another, its shading and its other colours stay. */
public final class Tint {
    private static final int HUES = 24;

    private Tint() {}

    public static Sprite dyed(Sprite sprite, int colour) {
        float[] wanted = hsl(colour);
        int main = mainHue(sprite);
        int[] dyed = sprite.argb().clone();
        for (int at = 0; at < dyed.length; at++) {
            if (dyed[at] >>> 24 == 0) continue;
            float[] own = hsl(dyed[at]);
            if (belongs(own, main)) dyed[at] = (dyed[at] & 0xFF000000) | turned(own, wanted);
        }
        return new Sprite(sprite.width(), sprite.height(), dyed);
    }

    /** The hue that covers most of the drawing, as one of 24; -1 when it is a grey one. */
    private static int mainHue(Sprite sprite) {
        float[] weights = new float[HUES];
        float grey = 0;
        for (int pixel : sprite.argb()) {
            if (pixel >>> 24 < 128) continue;
            float[] own = hsl(pixel);
            if (own[1] < .2f || own[2] < .1f) grey++;
            else weights[(int) (own[0] * HUES) % HUES] += own[1];
        }
        int best = 0;
        for (int hue = 1; hue < HUES; hue++) if (weights[hue] > weights[best]) best = hue;
        return weights[best] * 3 < grey ? -1 : best;
    }

    private static boolean belongs(float[] own, int main) {
        if (own[2] < .12f) return false;
        if (main < 0) return own[1] < .25f;
        float away = Math.abs(own[0] * HUES - main - .5f);
        return own[1] > .12f && Math.min(away, HUES - away) < 2.6f;
    }

    /**
     * Takes the wanted hue; keeps the drawing's own light and shade around the wanted lightness.
     */
    private static int turned(float[] own, float[] wanted) {
        float light =
                wanted[2] < .5f ? own[2] * wanted[2] * 2 : 1 - (1 - own[2]) * (1 - wanted[2]) * 2;
        light = Math.clamp(light, .03f, .97f);
        float strength =
                wanted[1] < .15f ? wanted[1] : Math.max(wanted[1] * .8f, Math.min(own[1], .95f));
        return rgb(wanted[0], strength, light);
    }

    private static float[] hsl(int rgb) {
        float r = (rgb >> 16 & 255) / 255f;
        float g = (rgb >> 8 & 255) / 255f;
        float b = (rgb & 255) / 255f;
        float most = Math.max(r, Math.max(g, b));
        float least = Math.min(r, Math.min(g, b));
        float light = (most + least) / 2;
        float span = most - least;
        if (span < .001f) return new float[] {0, 0, light};
        float hue =
                most == r ? (g - b) / span : most == g ? 2 + (b - r) / span : 4 + (r - g) / span;
        return new float[] {(hue / 6 + 1) % 1, span / (1 - Math.abs(2 * light - 1) + .001f), light};
    }

    private static int rgb(float hue, float strength, float light) {
        float span = (1 - Math.abs(2 * light - 1)) * strength;
        return part(hue + 1 / 3f, span, light) << 16
                | part(hue, span, light) << 8
                | part(hue - 1 / 3f, span, light);
    }

    private static int part(float hue, float span, float light) {
        float turn = (hue + 1) % 1 * 6;
        float rise = Math.clamp(Math.min(turn, 4 - turn), 0f, 1f);
        return Math.clamp(Math.round((light + span * (rise - .5f)) * 255), 0, 255);
    }
}
