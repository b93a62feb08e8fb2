package dev.safelight.app.http.dialects;

import dev.safelight.core.task.LogEntry;

import java.util.List;

/** What the logs of tasks say. */
interface TaskLogs {
    List<LogEntry> of(SideBySide.Caller owner, String id);
}
