package dev.safelight.core.asset;

/**
 * A smaller picture of a file, made from it once and kept beside it.
 *
 * @param width in pixels
 * @param height in pixels
 */
public record Rendition(Size size, Blob blob, String contentType, int width, int height) {

    /** What it is for. Stored by its code: codes never change. */
    public enum Size {
        /** For lists: at most 320 pixels on the longer side. */
        THUMBNAIL(0, 320),
        /** For looking at: at most 1280 pixels on the longer side. */
        PREVIEW(1, 1_280);

        private static final Size[] BY_CODE = values();
        private final int code;
        private final int longest;

        Size(int code, int longest) {
            this.code = code;
            this.longest = longest;
        }

        public int code() {
            return code;
        }

        /** The longer side at most, in pixels. */
        public int longest() {
            return longest;
        }

        /** The size that is stored as this code. */
        public static Size of(int code) {
            return BY_CODE[code];
        }
    }
}
