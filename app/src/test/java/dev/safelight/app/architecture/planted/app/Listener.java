package dev.safelight.app.architecture.planted.app;

import dev.safelight.app.architecture.planted.engines.drum.sound.DrumVoices;

record Listener(DrumVoices voices) {}
