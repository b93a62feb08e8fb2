package dev.safelight.app.architecture.planted.store;

import dev.safelight.app.architecture.planted.server.Logs;

record KnowsAServer(Logs logs) {}
