package dev.safelight.engines.illustrator.sky;

/**
 * What the sky does: how much of it clouds cover, how much light they take, how thick the air is.
 */
public enum Weather {
    CLEAR(.36f, 0, 0, 1),
    /** Northern lights; it is night under them. */
    AURORA(.12f, 0, 0, 1),
    CLOUDY(.68f, .45f, .12f, 1.4f),
    RAIN(.9f, .8f, .35f, 3),
    SNOW(.85f, .7f, .12f, 3.2f),
    FOG(.6f, .75f, .12f, 4.5f),
    STORM(1, .9f, .6f, 2.5f);

    private final float cloud;
    private final float cover;
    private final float loss;
    private final float haze;

    Weather(float cloud, float cover, float loss, float haze) {
        this.cloud = cloud;
        this.cover = cover;
        this.loss = loss;
        this.haze = haze;
    }

    /** The share of the sky that clouds hide. */
    float cloud() {
        return cloud;
    }

    /** How thick the air is, next to a clear day. */
    public float haze() {
        return haze;
    }

    /** How much of the sun's direct light gets through. */
    float direct() {
        return 1 - cover;
    }

    Palette over(Palette clear) {
        return cover == 0 ? clear : clear.overcast(cover, loss);
    }
}
