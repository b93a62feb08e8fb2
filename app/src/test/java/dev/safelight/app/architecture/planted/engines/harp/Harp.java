package dev.safelight.app.architecture.planted.engines.harp;

import dev.safelight.app.architecture.planted.engines.drum.Stick;

record Harp(Stick stick) {}
