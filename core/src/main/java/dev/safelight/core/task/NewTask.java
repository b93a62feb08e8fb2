package dev.safelight.core.task;

import dev.safelight.core.session.Session;

import org.jspecify.annotations.Nullable;

/** A task on its way into the store. */
public record NewTask(
        TaskId id,
        Owner owner,
        @Nullable Session session,
        Route route,
        Terms terms,
        Request request) {}
