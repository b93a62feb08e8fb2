package dev.safelight.app.architecture.planted.store;

import dev.safelight.app.architecture.planted.media.KnowsAnEngine;

record KnowsMedia(KnowsAnEngine media) {}
