package dev.safelight.app.architecture.planted.store.sqlite.rows;

public record Table(long row) {}
