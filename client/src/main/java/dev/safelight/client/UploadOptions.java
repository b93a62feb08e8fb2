package dev.safelight.client;

/**
 * What is said of a file that is brought.
 *
 * @param name for people; empty for the file's own
 * @param temporary whether the server keeps it for a day only
 * @param transcript what is said in it, by which it is found; at most 20,000 characters, which
 *     count against the storage; empty where that is not known
 */
public record UploadOptions(String name, boolean temporary, String transcript) {
    public static final UploadOptions NONE = new UploadOptions("", false);

    /** Without a transcript. */
    public UploadOptions(String name, boolean temporary) {
        this(name, temporary, "");
    }
}
