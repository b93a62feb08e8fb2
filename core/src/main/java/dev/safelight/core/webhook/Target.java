package dev.safelight.core.webhook;

import dev.safelight.core.task.TaskId;

/** Where a delivery goes. The dialect renders its payload. */
public sealed interface Target {

    String url();

    String dialect();

    /** An endpoint of the account. */
    record OfEndpoint(EndpointId endpoint, String url, String dialect) implements Target {}

    /** The address that was given with one task, in the dialect of its submit. */
    record OfCallback(TaskId task, String url, String dialect) implements Target {}
}
