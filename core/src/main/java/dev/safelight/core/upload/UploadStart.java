package dev.safelight.core.upload;

/** Whether bytes may begin to come. */
public sealed interface UploadStart {

    /** They may; whoever is given a reception has to close it. */
    record Ready(Reception reception) implements UploadStart {}

    /** They may not. */
    record Refused(UploadRefusal why) implements UploadStart {}
}
