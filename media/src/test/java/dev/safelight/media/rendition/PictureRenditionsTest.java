package dev.safelight.media.rendition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.safelight.core.asset.FileFacts;
import dev.safelight.core.asset.Rendition.Size;
import dev.safelight.core.asset.RenditionMaker.Made;
import dev.safelight.media.inspect.Cameras;
import dev.safelight.media.inspect.Inspectors;
import dev.safelight.media.inspect.Samples;
import dev.safelight.testkit.hostile.HostileFiles;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;

import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;

@EnabledOnOs(value = OS.LINUX, architectures = "amd64", disabledReason = "no ffmpeg comes along")
class PictureRenditionsTest {
    private static final int RED = 0xFFFF0000;
    private static final int BLUE = 0xFF0000FF;

    @TempDir
    Path folder;

    private PictureRenditions renditions(InstantSource clock) {
        return new PictureRenditions(Inspectors.FFMPEG, clock, folder.resolve("scratch"));
    }

    private List<Made> made(Path file, String type) throws IOException {
        var renditions = renditions(InstantSource.system());
        return renditions.make(file, type, FileFacts.NONE);
    }

    private static BufferedImage decoded(Made made) throws IOException {
        try (var bytes = made.content().open()) {
            var image = ImageIO.read(bytes);
            assertThat(image.getWidth()).isEqualTo(made.width());
            assertThat(image.getHeight()).isEqualTo(made.height());
            return image;
        }
    }

    /** Red on its left half, blue on its right. */
    private Path halves(String format, int width, int height, int kind) throws IOException {
        var image = new BufferedImage(width, height, kind);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) image.setRGB(x, y, x < width / 2 ? RED : BLUE);
        }
        var file = folder.resolve("halves." + format);
        assertThat(ImageIO.write(image, format, file.toFile())).isTrue();
        return file;
    }

    private static void assertNear(int found, int wanted) {
        for (int shift = 0; shift < 32; shift += 8)
            assertThat(found >>> shift & 255)
                    .as("%08x for %08x", found, wanted)
                    .isBetween((wanted >>> shift & 255) - 12, (wanted >>> shift & 255) + 12);
    }

    private static void assertHalves(Made made) throws IOException {
        var image = decoded(made);
        int middle = image.getHeight() / 2;
        assertNear(image.getRGB(image.getWidth() / 8, middle), RED);
        assertNear(image.getRGB(image.getWidth() * 7 / 8, middle), BLUE);
    }

    @Nested
    class ALargePicture {
        @ParameterizedTest
        @CsvSource({"png, image/png", "jpg, image/jpeg", "gif, image/gif", "webp, image/webp"})
        void has_both_sizes_each_as_its_type_says(String ending, String type) throws IOException {
            var file =
                    Samples.picture(folder.resolve("a." + ending), 2_000, 1_000, "-frames:v", "1");

            var both = made(file, type);

            assertThat(both)
                    .extracting(Made::size, Made::width, Made::height, Made::contentType)
                    .containsExactly(
                            tuple(Size.PREVIEW, 1280, 640, "image/jpeg"),
                            tuple(Size.THUMBNAIL, 320, 160, "image/jpeg"));
            for (var one : both) decoded(one);
        }

        @Test
        void beyond_what_is_held_is_decoded_thinner() throws IOException {
            var both = made(halves("png", 9_000, 3_000, BufferedImage.TYPE_3BYTE_BGR), "image/png");

            assertThat(both).hasSize(2);
            for (var one : both) assertHalves(one);
        }
    }

    @Nested
    class WhatThePixelsAre {
        @ParameterizedTest
        @CsvSource({"png, 5", "png, 6", "png, 13", "png, 1", "jpg, 5", "gif, 13"})
        void comes_out_the_same_whatever_keeps_it(String format, int kind) throws IOException {
            var type = "image/" + format.replace("jpg", "jpeg");

            assertHalves(made(halves(format, 500, 400, kind), type).getFirst());
        }

        @Test
        void of_grey_is_as_bright_as_before() throws IOException {
            var image = new BufferedImage(400, 400, BufferedImage.TYPE_BYTE_GRAY);
            var grey = new int[400 * 400];
            Arrays.fill(grey, 100);
            image.getRaster().setPixels(0, 0, 400, 400, grey);
            var file = folder.resolve("grey.png");
            ImageIO.write(image, "png", file.toFile());

            var found = decoded(made(file, "image/png").getFirst()).getRaster();

            assertThat(found.getSample(50, 50, 0)).isBetween(98, 102);
        }

        @Test
        void shines_through_stays_so() throws IOException {
            var image = new BufferedImage(400, 400, BufferedImage.TYPE_INT_ARGB);
            for (int x = 0; x < 200; x++) image.setRGB(x, 10, RED);
            var file = folder.resolve("clear.png");
            ImageIO.write(image, "png", file.toFile());

            var thumbnail = made(file, "image/png").getFirst();

            assertThat(thumbnail.contentType()).isEqualTo("image/png");
            assertThat(decoded(thumbnail).getRGB(300, 300) >>> 24).isZero();
            assertThat(decoded(thumbnail).getRGB(20, 8) >>> 24).isPositive();
        }

        @ParameterizedTest
        @CsvSource({"1, false", "2, true", "4, false", "8, true"})
        void of_numbered_colours_is_each_number_s_own(int bits, boolean interlaced)
                throws IOException {
            var red = new byte[] {(byte) 255, 0};
            var alpha = new byte[] {(byte) 255, 0};
            var model = new IndexColorModel(bits, 2, red, new byte[2], new byte[2], alpha);
            var image = new BufferedImage(
                    model, model.createCompatibleWritableRaster(500, 400), false, null);
            for (int y = 0; y < 400; y++) {
                for (int x = 0; x < 500; x++) image.getRaster().setSample(x, y, 0, x < 250 ? 0 : 1);
            }
            var file = folder.resolve("numbered.png");
            write(image, file, interlaced);

            var found = decoded(made(file, "image/png").getFirst());

            assertNear(found.getRGB(40, 100), RED);
            assertThat(found.getRGB(280, 100) >>> 24).isZero();
        }

        @Test
        void of_a_jpeg_does_not_go_by_its_profile() throws IOException {
            var plain = Files.readAllBytes(halves("jpg", 500, 400, BufferedImage.TYPE_INT_RGB));
            var profile = new byte[70_000];
            for (int at = 0; at < 2; at++)
                ByteBuffer.wrap(profile, at * 35_000, 4)
                        .putShort((short) 0xFFE2)
                        .putShort((short) 34_998);
            var file = folder.resolve("profile.jpg");
            try (var out = Files.newOutputStream(file)) {
                out.write(plain, 0, 2);
                out.write(profile);
                out.write(plain, 2, plain.length - 4);
                out.write(profile);
                out.write(plain, plain.length - 2, 2);
            }

            assertHalves(made(file, "image/jpeg").getFirst());
        }

        private static void write(BufferedImage image, Path file, boolean interlaced)
                throws IOException {
            var writer = ImageIO.getImageWritersByFormatName("png").next();
            var how = writer.getDefaultWriteParam();
            how.setProgressiveMode(
                    interlaced ? ImageWriteParam.MODE_DEFAULT : ImageWriteParam.MODE_DISABLED);
            try (var out = ImageIO.createImageOutputStream(file.toFile())) {
                writer.setOutput(out);
                writer.write(null, new IIOImage(image, null, null), how);
            } finally {
                writer.dispose();
            }
        }

        @Test
        void of_a_camera_that_was_turned_is_upright() throws IOException {
            var turned = Cameras.turned(
                    halves("jpg", 600, 400, BufferedImage.TYPE_INT_RGB),
                    folder.resolve("b.jpg"),
                    6);

            var thumbnail = made(turned, "image/jpeg").getFirst();

            assertThat(thumbnail.width()).isEqualTo(213);
            var image = decoded(thumbnail);
            assertNear(image.getRGB(100, 40), RED);
            assertNear(image.getRGB(100, 280), BLUE);
        }
    }

    @Nested
    class OneThatMoves {
        @ParameterizedTest
        @CsvSource({"gif, gif, image/gif", "png, apng, image/png", "webp, webp, image/webp"})
        void shows_its_first_frame(String ending, String format, String type) throws IOException {
            var file = Samples.picture(folder.resolve("a." + ending), 400, 300, "-f", format);

            assertThat(decoded(made(file, type).getFirst()).getWidth()).isEqualTo(320);
        }
    }

    @Nested
    class NothingIsMade {
        @Test
        void larger_than_the_file_or_as_large() throws IOException {
            assertThat(made(halves("png", 320, 320, 5), "image/png")).isEmpty();
            assertThat(made(halves("png", 321, 20, 5), "image/png"))
                    .extracting(Made::size)
                    .containsExactly(Size.THUMBNAIL);
            assertThat(made(halves("png", 1_280, 20, 5), "image/png"))
                    .extracting(Made::size)
                    .containsExactly(Size.THUMBNAIL);
        }

        @ParameterizedTest
        @CsvSource({"video/webm", "audio/wav", "image/svg+xml", "application/pdf", "text/html"})
        void of_what_is_no_raster_picture(String type) throws IOException {
            assertThat(made(halves("png", 500, 400, 5), type)).isEmpty();
        }

        @ParameterizedTest
        @CsvSource({"png, image/png", "webp, image/webp", "gif, image/gif"})
        void of_half_a_file(String ending, String type) throws IOException {
            var file = Samples.picture(folder.resolve("a." + ending), 900, 700, "-frames:v", "1");
            var whole = Files.readAllBytes(file);
            Files.write(file, Arrays.copyOf(whole, whole.length / 2));

            assertThatThrownBy(() -> made(file, type)).isInstanceOf(IOException.class);
        }

        @Test
        void of_a_jpeg_in_more_passes_than_are_worked_on() throws IOException {
            var file = folder.resolve("passes.jpg");
            Files.write(file, hostile("jpeg-of-ten-thousand-passes"));

            assertThatThrownBy(() -> made(file, "image/jpeg")).hasMessageContaining("in passes");
        }

        private static byte[] hostile(String name) {
            return HostileFiles.all("").stream()
                    .filter(file -> file.name().equals(name))
                    .findFirst()
                    .orElseThrow()
                    .bytes();
        }

        @Test
        void when_it_takes_too_long() throws IOException {
            var file = halves("jpg", 900, 700, BufferedImage.TYPE_INT_RGB);
            var now = new Instant[] {Instant.EPOCH};
            InstantSource fast = () -> now[0] = now[0].plusSeconds(1);
            var renditions = renditions(fast);

            assertThatThrownBy(() -> renditions.make(file, "image/jpeg", FileFacts.NONE))
                    .hasMessageContaining("too long");
        }
    }
}
