package dev.safelight.engines.illustrator;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;

import javax.imageio.ImageIO;

class PngTest {
    @Nested
    class AWrittenFile {
        @Test
        void is_read_back_pixel_for_pixel() throws IOException {
            int width = 301;
            int height = 97;
            BufferedImage read;
            try (Png png = new Png(new Frame(width, height))) {
                for (int y = 0; y < height; y++) png.row(row(width, y));
                read = ImageIO.read(new ByteArrayInputStream(png.finish()));
            }
            assertThat(read.getWidth()).isEqualTo(width);
            assertThat(read.getHeight()).isEqualTo(height);
            for (int y = 0; y < height; y++) {
                for (int x = 0; x < width; x++) {
                    assertThat(read.getRGB(x, y) & 0xFFFFFF).isEqualTo(colour(x, y));
                }
            }
        }

        private byte[] row(int width, int y) {
            byte[] row = new byte[width * 3];
            for (int x = 0; x < width; x++) {
                int colour = colour(x, y);
                row[x * 3] = (byte) (colour >> 16);
                row[x * 3 + 1] = (byte) (colour >> 8);
                row[x * 3 + 2] = (byte) colour;
            }
            return row;
        }

        private int colour(int x, int y) {
            return (x * 7919 + y * 104_729) & 0xFFFFFF;
        }
    }
}
