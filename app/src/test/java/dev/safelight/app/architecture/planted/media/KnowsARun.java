package dev.safelight.app.architecture.planted.media;

import dev.safelight.app.architecture.planted.core.engine.Run;

record KnowsARun(Run run) {}
