package dev.safelight.media.header;

/** Some bytes of a file, up to a place that does not belong to them. */
public record Range(long from, long to) {
    static final Range NONE = new Range(0, 0);

    public long length() {
        return to - from;
    }
}
