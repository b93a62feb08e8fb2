/**
 * A task's life. {@link dev.safelight.core.task.TaskLifecycle} says which event may follow which
 * state, {@link dev.safelight.core.task.TaskRules} turns what somebody asks into one event with its
 * posting, and a {@link dev.safelight.core.task.TaskStore} writes that in one transaction. Faces
 * call {@link dev.safelight.core.task.Tasks}. Nothing here touches a disk, a socket or a clock.
 */
@NullMarked
package dev.safelight.core.task;

import org.jspecify.annotations.NullMarked;
