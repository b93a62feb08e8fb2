package dev.safelight.media.header;

import dev.safelight.core.asset.Inspection.Reason;
import dev.safelight.core.asset.Inspection.Refused;

/** A file is not taken; ends the reading of it at once. */
public final class UnfitFile extends Exception {
    private static final long serialVersionUID = 1;
    private final Reason reason;
    private final String words;

    /**
     * @param words for the caller, with what to do; nothing of the file itself
     */
    public UnfitFile(Reason reason, String words) {
        super(words, null, false, false);
        this.reason = reason;
        this.words = words;
    }

    static UnfitFile damaged(String words) {
        return new UnfitFile(Reason.DAMAGED, words);
    }

    /** The same as a value. */
    public Refused refused() {
        return new Refused(reason, words);
    }
}
