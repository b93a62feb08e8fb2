package dev.safelight.store.schedule;

import dev.safelight.core.schedule.Turn;
import dev.safelight.core.tool.EngineName;

/** Where a task belongs for as long as it lives: whose slots it needs, and its turn. */
public record Place(EngineName engine, long account, long key, Turn turn) {}
