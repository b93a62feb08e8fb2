package dev.safelight.media.raster;

import static org.assertj.core.api.Assertions.assertThat;

import dev.safelight.testkit.picture.PngChunks;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Map;

import javax.imageio.ImageIO;
import javax.imageio.metadata.IIOMetadataNode;

class PngTest {
    @Nested
    class AWrittenFile {
        @Test
        void is_read_back_pixel_for_pixel() throws IOException {
            int width = 301;
            int height = 97;
            BufferedImage read;
            try (Png png = new Png(width, height, Map.of())) {
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

    @Nested
    class WhatItTellsOfItself {
        private static final byte[] BLACK = new byte[3];

        private PngChunks told(Map<String, String> words) throws IOException {
            try (Png png = new Png(1, 1, words)) {
                png.row(BLACK);
                return PngChunks.of(png.finish());
            }
        }

        @Test
        void begins_with_its_colour_space_before_the_picture() throws IOException {
            assertThat(told(Map.of("seed", "7")).types())
                    .startsWith("IHDR", "sRGB", "tEXt", "IDAT")
                    .endsWith("IDAT", "IEND");
            assertThat(told(Map.of()).types()).startsWith("IHDR", "sRGB", "IDAT");
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "7",
                    "",
                    "a cafe with a view",
                    "ein Café für Möwen",
                    "海の上の犬",
                    "a 🐕 on a board",
                    "— “quoted” —",
                    "line\nline",
                    "-9223372036854775808"
                })
        void is_read_back_in_any_script(String text) throws IOException {
            assertThat(told(Map.of("prompt", text)).texts()).isEqualTo(Map.of("prompt", text));
        }

        @Test
        void is_understood_by_a_reader_that_is_not_ours() throws IOException {
            byte[] file;
            try (Png png = new Png(1, 1, Map.of("seed", "7"))) {
                png.row(BLACK);
                file = png.finish();
            }
            var reader = ImageIO.getImageReadersByFormatName("png").next();
            reader.setInput(ImageIO.createImageInputStream(new ByteArrayInputStream(file)));
            var tree =
                    (IIOMetadataNode) reader.getImageMetadata(0).getAsTree("javax_imageio_png_1.0");
            assertThat(attribute(tree, "sRGB", "renderingIntent")).isEqualTo("Perceptual");
            assertThat(attribute(tree, "tEXtEntry", "keyword")).isEqualTo("seed");
            assertThat(attribute(tree, "tEXtEntry", "value")).isEqualTo("7");
        }

        private String attribute(IIOMetadataNode tree, String element, String name) {
            return ((IIOMetadataNode) tree.getElementsByTagName(element).item(0))
                    .getAttribute(name);
        }
    }
}
