package dev.safelight.core.task;

import java.util.Set;

/** A small picture of what a running task is going to make. */
public final class Preview {
    /** Pictures that can hold no script. */
    private static final Set<String> SAFE = Set.of("image/png", "image/jpeg", "image/webp");

    private final String contentType;
    private final byte[] bytes;

    /**
     * @param contentType as in {@code image/jpeg}
     * @param bytes the whole file, not copied: the caller leaves them alone from here on
     */
    public Preview(String contentType, byte[] bytes) {
        if (!SAFE.contains(contentType))
            throw new IllegalArgumentException("no picture that a page may show: " + contentType);
        this.contentType = contentType;
        this.bytes = bytes;
    }

    public String contentType() {
        return contentType;
    }

    /** The whole file, not copied: for reading alone. */
    public byte[] bytes() {
        return bytes;
    }
}
