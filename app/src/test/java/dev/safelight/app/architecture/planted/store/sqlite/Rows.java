package dev.safelight.app.architecture.planted.store.sqlite;

public record Rows(int count) {}
