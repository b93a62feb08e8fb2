package dev.safelight.core.upload;

/** Whether bytes may begin to come. */
public sealed interface Opening {

    /** They may; whoever is given a reception has to close it. */
    record Ready(Reception reception) implements Opening {}

    /** They may not. */
    record Refused(UploadRefusal why) implements Opening {}
}
