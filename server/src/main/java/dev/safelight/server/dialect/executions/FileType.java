package dev.safelight.server.dialect.executions;

/** The kinds of files as this dialect names them, and what can be shown of each in a page. */
enum FileType {
    IMAGE,
    VIDEO,
    AUDIO,
    PDF,
    TEXT;

    private static final String SVG = "image/svg+xml";

    static FileType of(String contentType) {
        return switch (contentType.substring(0, Math.max(0, contentType.indexOf('/')))) {
            case "image" -> IMAGE;
            case "video" -> VIDEO;
            case "audio" -> AUDIO;
            default -> contentType.equals("application/pdf") ? PDF : TEXT;
        };
    }

    /** Whether a page may show it as it is: what can hold scripts is only ever downloaded. */
    static boolean hasPreview(String contentType) {
        return switch (of(contentType)) {
            case IMAGE -> !contentType.equals(SVG);
            case VIDEO, AUDIO -> true;
            case PDF, TEXT -> false;
        };
    }

    /** Whether it serves as its own small picture. */
    static boolean hasThumbnail(String contentType) {
        return of(contentType) == IMAGE && hasPreview(contentType);
    }
}
