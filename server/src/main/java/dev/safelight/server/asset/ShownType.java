package dev.safelight.server.asset;

/** How a file is shown in a page, by its type as its bytes told it. */
public enum ShownType {
    PICTURE,
    CLIP,
    SOUND,
    /** It can hold scripts, or is no medium: it is only ever saved. */
    NEVER;

    private static final String SVG = "image/svg";

    /** Of a content type, as in {@code image/png}. */
    public static ShownType of(String contentType) {
        if (contentType.startsWith(SVG)) return NEVER;
        return switch (contentType.substring(0, Math.max(0, contentType.indexOf('/')))) {
            case "image" -> PICTURE;
            case "video" -> CLIP;
            case "audio" -> SOUND;
            default -> NEVER;
        };
    }
}
