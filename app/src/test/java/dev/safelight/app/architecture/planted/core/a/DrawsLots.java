package dev.safelight.app.architecture.planted.core.a;

import java.util.SplittableRandom;

final class DrawsLots {
    private DrawsLots() {}

    static int draw() {
        return new SplittableRandom().nextInt();
    }
}
