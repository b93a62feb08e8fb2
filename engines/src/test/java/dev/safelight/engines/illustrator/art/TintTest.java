package dev.safelight.engines.illustrator.art;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class TintTest {
    private static final int RED = 0xFFD03028;
    private static final int GLASS = 0xFF88CCEE;

    private static int dyed(int pixel, int colour) {
        int[] pixels = {RED, RED, RED, RED, RED, GLASS, 0x00FFFFFF, pixel};
        return Tint.dyed(new Sprite(8, 1, pixels), colour).argb()[7];
    }

    @Nested
    class ARedCarAskedForInBlue {
        @Test
        void has_blue_paint() {
            int paint = dyed(RED, 0x2060D8);
            assertThat(paint & 255).isGreaterThan((paint >> 16 & 255) + 60);
        }

        @Test
        void keeps_its_glass_and_what_is_clear() {
            assertThat(dyed(GLASS, 0x2060D8)).isEqualTo(GLASS);
            assertThat(dyed(0x00123456, 0x2060D8)).isEqualTo(0x00123456);
        }
    }

    @Nested
    class BlackAndWhite {
        @Test
        void are_dark_and_pale() {
            assertThat(dyed(RED, 0x202226) >> 8 & 255).isLessThan(70);
            assertThat(dyed(RED, 0xF4F4F2) >> 8 & 255).isGreaterThan(200);
        }
    }
}
