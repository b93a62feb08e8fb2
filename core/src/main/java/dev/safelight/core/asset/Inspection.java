package dev.safelight.core.asset;

/** What came of looking at a file. */
public sealed interface Inspection {

    /**
     * It is of a type that is taken.
     *
     * @param contentType by its bytes, as in {@code image/png}; never what the caller said
     */
    record Understood(String contentType, FileFacts facts) implements Inspection {}

    /**
     * It is not taken.
     *
     * @param message what is wrong, in words for the caller, with what to do; nothing of the file
     *     itself stands in it
     */
    record Refused(Reason reason, String message) implements Inspection {}

    /** Why a file is not taken. */
    enum Reason {
        /** It is of no type that is taken, or contradicts itself. */
        UNKNOWN_TYPE,
        /** Its headers are damaged or cut off. */
        DAMAGED,
        /** It claims more pixels, frames or seconds than are worked on. */
        TOO_MUCH,
        /** It may be good, but the program that would look into it is not on this machine. */
        NO_PROGRAM
    }
}
