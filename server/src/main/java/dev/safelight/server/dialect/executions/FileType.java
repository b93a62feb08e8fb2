package dev.safelight.server.dialect.executions;

/** The kinds of files as this dialect names them. */
enum FileType {
    IMAGE,
    VIDEO,
    AUDIO,
    PDF,
    TEXT;

    static FileType of(String contentType) {
        return switch (contentType.substring(0, Math.max(0, contentType.indexOf('/')))) {
            case "image" -> IMAGE;
            case "video" -> VIDEO;
            case "audio" -> AUDIO;
            default -> contentType.equals("application/pdf") ? PDF : TEXT;
        };
    }
}
