package dev.safelight.core.task;

/** A small picture of what a running task is going to make. */
public final class Preview {
    private final String contentType;
    private final byte[] bytes;

    /**
     * @param contentType as in {@code image/jpeg}
     * @param bytes the whole file, not copied: the caller leaves them alone from here on
     */
    public Preview(String contentType, byte[] bytes) {
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
