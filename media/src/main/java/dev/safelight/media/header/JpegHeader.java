package dev.safelight.media.header;

import java.io.IOException;

/**
 * Of a JPEG, as it is stored: not turned yet.
 *
 * @param samples of one pixel
 * @param held bytes that a decoder holds before it has a first row: nearly all where one part of
 *     the picture data is not enough for a row
 * @param turn how to show it
 * @param colours how its samples are meant
 */
public record JpegHeader(
        int width, int height, int samples, long held, Orientation turn, Colours colours) {
    private static final int MOST_PARTS = 10_000;
    private static final int COMMON_TABLES = 0xC4;
    private static final int ARITHMETIC_TABLES = 0xCC;
    private static final int EXTENSION = 0xC8;

    /** How samples become red, green and blue. */
    public enum Colours {
        GREY,
        RGB,
        LUMA,
        CMYK,
        /** Luma and colour of what is printed, and black. */
        LUMA_BLACK;

        /**
         * @param transform what Adobe's mark says, below 0 without one
         * @param letters the names of the samples
         */
        private static Colours of(int samples, int transform, String letters) throws UnfitFile {
            return switch (samples) {
                case 1 -> GREY;
                case 3 -> transform == 0 || (transform < 0 && letters.equals("RGB")) ? RGB : LUMA;
                case 4 -> transform == 2 ? LUMA_BLACK : CMYK;
                default -> throw UnfitFile.damaged("The JPEG has an unknown number of colours.");
            };
        }
    }

    /** Up to the first picture data. */
    public static JpegHeader read(FileBytes file) throws IOException, UnfitFile {
        return new Reading(file).header();
    }

    static boolean hasNoLength(int mark) {
        return mark == 0x01 || (mark >= 0xD0 && mark <= 0xD8);
    }

    /** One reading, part by part. */
    private static final class Reading {
        private final FileBytes file;
        private Orientation turn = Orientation.NONE;
        private int transform = -1;
        private long frame = -1;
        private int kind;

        private Reading(FileBytes file) {
            this.file = file;
        }

        private JpegHeader header() throws IOException, UnfitFile {
            long at = 2;
            for (int part = 0; part < MOST_PARTS; part++) {
                if (file.u8(at) != 0xFF) throw UnfitFile.damaged("The JPEG's parts do not follow.");
                int mark = file.u8(at + 1);
                if (mark == 0xDA) return frame(file.u8(at + 4));
                if (mark == 0xFF) at++;
                else if (mark == 0xD9) throw UnfitFile.damaged("The JPEG has no picture data.");
                else if (hasNoLength(mark)) at += 2;
                else at = after(mark, at + 2);
            }
            throw UnfitFile.damaged("The JPEG has too many parts before its picture data.");
        }

        private long after(int mark, long at) throws IOException, UnfitFile {
            int length = file.u16(at);
            if (length < 2) throw UnfitFile.damaged("The JPEG has a part of an impossible length.");
            if (isFrame(mark)) {
                if (frame >= 0) throw UnfitFile.damaged("The JPEG says its size twice.");
                frame = at;
                kind = mark;
            }
            if (mark == 0xE1 && file.has(at + 2, "Exif\0\0"))
                turn = Orientation.read(file, at + 8, length - 8);
            if (mark == 0xEE && length >= 14 && file.has(at + 2, "Adobe"))
                transform = file.u8(at + 13);
            return at + length;
        }

        private static boolean isFrame(int mark) {
            return mark >= 0xC0
                    && mark <= 0xCF
                    && mark != COMMON_TABLES
                    && mark != EXTENSION
                    && mark != ARITHMETIC_TABLES;
        }

        /** Two bytes of each sample; colours are often sampled thinner than the luma. */
        private long held(int samples) throws IOException, UnfitFile {
            long all = 0;
            int most = 1;
            for (int i = 0; i < samples; i++) {
                int factors = file.u8(frame + 9 + 3L * i);
                int each = Math.max(1, (factors >> 4) * (factors & 15));
                all += each;
                most = Math.max(most, each);
            }
            return 2L * file.u16(frame + 3) * file.u16(frame + 5) * all / most;
        }

        /**
         * @param scanned how many of the samples the first part of the picture data is of
         */
        private JpegHeader frame(int scanned) throws IOException, UnfitFile {
            if (frame < 0) throw UnfitFile.damaged("The JPEG does not say its size.");
            if (kind > 0xC2 || file.u8(frame + 2) != 8)
                throw UnfitFile.damaged("The JPEG is of a rare kind: save it as a common one.");
            int samples = file.u8(frame + 7);
            if (file.u16(frame) != 8 + 3 * samples)
                throw UnfitFile.damaged("The JPEG's header contradicts itself.");
            var letters = new StringBuilder();
            for (int i = 0; i < samples; i++) letters.append((char) file.u8(frame + 8 + 3L * i));
            return new JpegHeader(
                    Sides.of(file.u16(frame + 5)),
                    Sides.of(file.u16(frame + 3)),
                    samples,
                    kind == 0xC2 || scanned < samples ? held(samples) : 0,
                    turn,
                    Colours.of(samples, transform, letters.toString()));
        }
    }
}
