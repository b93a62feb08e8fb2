package dev.safelight.app.architecture.planted.app;

import dev.safelight.app.architecture.planted.engines.drum.Stick;

record Drummer(Stick stick) {}
