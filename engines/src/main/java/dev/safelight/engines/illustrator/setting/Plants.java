package dev.safelight.engines.illustrator.setting;

import dev.safelight.engines.illustrator.paint.Noise;
import dev.safelight.engines.illustrator.paint.View;

/**
 * What grows on a stretch of land.
 *
 * @param count how many are tried
 * @param near the distance of the nearest
 * @param far the distance of the farthest
 */
record Plants(Kind kind, int count, float near, float far) {

    /** Sizes in metres. */
    enum Kind {
        ROUND(7.5f),
        ACACIA(7),
        FIR(13),
        SNOWY_FIR(12),
        CACTUS(3.6f);

        private final float tall;

        Kind(float tall) {
            this.tall = tall;
        }

        float tall() {
            return tall;
        }
    }

    /** One plant at its place. */
    record Plant(float x, float z, float tall, int seed) {}

    /** The plants from far to near, none before the stage on which the subjects stand. */
    Plant[] scatter(View view, int seed) {
        Plant[] all = new Plant[count];
        for (int at = 0; at < count; at++) {
            // Even in distance as seen: the far ones stand no denser than the near ones.
            float step = 1 - (at + Noise.hash(at, 1, seed)) / count;
            float z = near * (float) Math.pow(far / near, step);
            float across = (Noise.hash(at, 2, seed) * 2 - 1) * (view.edge() + .15f);
            float open = Noise.smooth(40, 10, z) * .42f;
            float x = Math.copySign(open + Math.abs(across), across) * z;
            all[at] = new Plant(
                    x, z, kind.tall() * (.65f + .7f * Noise.hash(at, 3, seed)), seed + at * 13);
        }
        return all;
    }
}
