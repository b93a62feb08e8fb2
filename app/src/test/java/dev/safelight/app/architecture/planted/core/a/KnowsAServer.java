package dev.safelight.app.architecture.planted.core.a;

import dev.safelight.app.architecture.planted.core.b.Back;
import dev.safelight.app.architecture.planted.server.Logs;

/** Core that knows the wire, and a package that leads back here. */
public record KnowsAServer(Logs logs, Back back) {}
