package dev.safelight.core.webhook;

import dev.safelight.core.account.KeyHandle;
import dev.safelight.core.task.TaskId;

import org.jspecify.annotations.Nullable;

/** Where a delivery goes. The dialect renders its payload. */
public sealed interface Target {

    String url();

    String dialect();

    /** The key whose secrets sign, or null where the endpoint has its own. */
    @Nullable
    KeyHandle key();

    /** An endpoint of the account, or the address of one of its keys. */
    record OfEndpoint(EndpointId endpoint, @Nullable KeyHandle key, String url, String dialect)
            implements Target {}

    /** The address that was given with one task, in the dialect of its submit. */
    record OfCallback(TaskId task, KeyHandle key, String url, String dialect) implements Target {}
}
