package dev.safelight.server.http.problem;

/** One header of an answer. */
public record Header(String name, String value) {}
