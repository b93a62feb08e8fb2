package dev.safelight.media.rendition;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.Arrays;

class DownsamplerTest {
    private static final int WHITE = 0xFFFFFFFF;
    private static final int BLACK = 0xFF000000;

    /** What the averages of light come to: half the light is far more than half the number. */
    private static final int HALF = 0xFFBCBCBC;

    private static int[] pixels(Picture picture) {
        var all = new int[picture.width() * picture.height()];
        var row = new int[picture.width()];
        for (int y = 0; y < picture.height(); y++) {
            picture.row(y, row);
            System.arraycopy(row, 0, all, y * row.length, row.length);
        }
        return all;
    }

    private static Picture checks(int width, int height) {
        var pixels = new int[width * height];
        for (int i = 0; i < pixels.length; i++)
            pixels[i] = (i % width + i / width) % 2 == 0 ? WHITE : BLACK;
        return new Picture(width, height, pixels);
    }

    @ParameterizedTest
    @CsvSource({
        "640, 480, 320, 320, 240", "480, 640, 320, 240, 320", "1000, 3, 320, 320, 1",
        "3, 1000, 320, 1, 320", "321, 321, 320, 320, 320", "7, 5, 320, 7, 5",
        "32768, 2, 1280, 1280, 1"
    })
    void its_longer_side_is_what_is_asked_and_never_more(
            int width, int height, int longest, int wide, int high) {
        var small = Downsampler.to(longest, checks(width, height));

        assertThat(small.width()).isEqualTo(wide);
        assertThat(small.height()).isEqualTo(high);
    }

    @Test
    void checks_become_the_grey_that_is_as_bright() {
        assertThat(pixels(Downsampler.to(8, checks(64, 64)))).containsOnly(HALF);
    }

    /** Of any size, to any size: whatever is one colour stays that colour to its edges. */
    @ParameterizedTest
    @CsvSource({"97, 61, 10", "1000, 999, 320", "321, 77, 320", "5000, 3, 320", "13, 13, 13"})
    void one_colour_stays_itself_to_the_edges(int width, int height, int longest) {
        var pixels = new int[width * height];
        Arrays.fill(pixels, 0xFF336699);

        assertThat(pixels(Downsampler.to(longest, new Picture(width, height, pixels))))
                .containsOnly(0xFF336699);
    }

    @Test
    void what_is_transparent_lends_no_colour() {
        var pixels = new int[64];
        Arrays.fill(pixels, 0, 32, 0xFFFF0000);
        Arrays.fill(pixels, 32, 64, 0x0000FF00);

        assertThat(pixels(Downsampler.to(1, new Picture(8, 8, pixels))))
                .containsExactly(0x80FF0000);
    }

    @Test
    void each_pixel_is_of_its_own_place() {
        var pixels = new int[16 * 16];
        Arrays.fill(pixels, BLACK);
        for (int y = 8; y < 16; y++) Arrays.fill(pixels, y * 16, y * 16 + 8, WHITE);

        assertThat(pixels(Downsampler.to(2, new Picture(16, 16, pixels))))
                .containsExactly(BLACK, BLACK, WHITE, BLACK);
    }
}
