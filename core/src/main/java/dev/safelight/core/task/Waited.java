package dev.safelight.core.task;

/**
 * How a held wait ended.
 *
 * @param view the task as it is now
 * @param timedOut whether it is answered before the task has ended
 */
public record Waited(TaskView view, boolean timedOut) {}
