package dev.safelight.media.header;

import dev.safelight.core.asset.Inspection.Reason;
import dev.safelight.core.asset.Inspection.Refused;

/** A file is not taken; ends the reading of it at once. */
public final class Unfit extends Exception {
    private static final long serialVersionUID = 1;
    private final Reason reason;
    private final String words;

    /**
     * @param words for the caller, with what to do; nothing of the file itself
     */
    public Unfit(Reason reason, String words) {
        super(words, null, false, false);
        this.reason = reason;
        this.words = words;
    }

    static Unfit damaged(String words) {
        return new Unfit(Reason.DAMAGED, words);
    }

    /** The same as a value. */
    public Refused refused() {
        return new Refused(reason, words);
    }
}
