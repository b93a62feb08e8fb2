package dev.safelight.core.account;

/**
 * What an account uses at a moment.
 *
 * @param liveTasks that are not terminal
 * @param storageBytes of its own files, which count against its storage
 */
public record Usage(long liveTasks, long storageBytes) {}
