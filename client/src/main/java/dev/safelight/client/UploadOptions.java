package dev.safelight.client;

/**
 * What is said of a file that is brought.
 *
 * @param name for people; empty for the file's own
 * @param temporary whether the server keeps it for a day only
 */
public record UploadOptions(String name, boolean temporary) {
    public static final UploadOptions NONE = new UploadOptions("", false);
}
