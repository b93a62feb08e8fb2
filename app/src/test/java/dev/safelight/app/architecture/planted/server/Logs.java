package dev.safelight.app.architecture.planted.server;

import java.util.logging.Logger;

/** Logs past the one logging face. */
public record Logs(Logger logger) {}
