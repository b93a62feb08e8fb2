package dev.safelight.engines.illustrator.paint;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FrameTest {
    @Nested
    class Sizes {
        @ParameterizedTest
        @CsvSource({
            "1:1, 1024, 1024",
            "16:9, 1376, 768",
            "9:16, 768, 1376",
            "4:3, 1200, 896",
            "3:4, 896, 1200",
            "3:2, 1264, 848",
            "2:3, 848, 1264",
            "21:9, 1584, 672"
        })
        void follow_the_aspect_ratio_and_double_with_each_step(
                String ratio, int width, int height) {
            assertThat(Frame.of(ratio, "1K")).isEqualTo(new Frame(width, height));
            assertThat(Frame.of(ratio, "2K")).isEqualTo(new Frame(width * 2, height * 2));
            assertThat(Frame.of(ratio, "4K")).isEqualTo(new Frame(width * 4, height * 4));
        }
    }
}
