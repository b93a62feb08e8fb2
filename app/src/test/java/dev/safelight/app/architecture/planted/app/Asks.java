package dev.safelight.app.architecture.planted.app;

import org.jspecify.annotations.Nullable;

record Asks(@Nullable Answers answers) {}
