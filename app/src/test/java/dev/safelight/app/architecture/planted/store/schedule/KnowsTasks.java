package dev.safelight.app.architecture.planted.store.schedule;

import dev.safelight.app.architecture.planted.core.task.TaskStore;

record KnowsTasks(TaskStore tasks) {}
