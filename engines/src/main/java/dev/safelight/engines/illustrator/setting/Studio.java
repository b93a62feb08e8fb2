package dev.safelight.engines.illustrator.setting;

import dev.safelight.engines.illustrator.paint.Ink;
import dev.safelight.engines.illustrator.paint.Noise;
import dev.safelight.engines.illustrator.paint.Rgb;
import dev.safelight.engines.illustrator.sky.TimeOfDay;

/** A seamless backdrop, for things that were asked for without a place. */
final class Studio implements Backdrop.Rays {
    private static final Rgb[] TINTS = {
        Rgb.of(0x8FB3C9),
        Rgb.of(0xE0B7A0),
        Rgb.of(0xA9C4A4),
        Rgb.of(0xC7B0D6),
        Rgb.of(0xE3CF9B),
        Rgb.of(0x9FA9B8),
    };
    private final Rgb tint;
    private final float side;

    Studio(TimeOfDay time, int seed) {
        Rgb base = TINTS[(int) (Noise.hash(4, 4, seed) * TINTS.length)];
        this.tint = time == TimeOfDay.NIGHT ? base.times(.22f) : base;
        this.side = Noise.hash(5, 4, seed) < .5f ? -.35f : .35f;
    }

    @Override
    public void at(float nx, float ny, Ink out) {
        float dx = nx - side;
        float dy = ny - .18f;
        float pool = (float) Math.exp(-(dx * dx + dy * dy * 1.4f) * 1.6f);
        // The sweep: the floor catches more light than the wall, without a line between them.
        float floor = Noise.smooth(-.06f, -.38f, ny);
        float light = .5f + .62f * pool + .2f * floor;
        out.set(tint);
        out.scale(light);
        out.mix(1, .99f, .96f, .14f * pool + .08f * floor);
    }
}
