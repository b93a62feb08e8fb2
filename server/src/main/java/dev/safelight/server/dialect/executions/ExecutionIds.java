package dev.safelight.server.dialect.executions;

import dev.safelight.server.dialect.IdKind;
import dev.safelight.server.dialect.IdPrefixes;

import java.util.List;
import java.util.Map;

/** Ids in this dialect. */
public final class ExecutionIds {
    /** How they look here: the older documents write {@code vg_exec_}. */
    public static final IdPrefixes PREFIXES = new IdPrefixes(Map.of(
            IdKind.TASK, List.of("vg_tool_", "vg_exec_"),
            IdKind.FILE, List.of("vg_file_")));

    private ExecutionIds() {}
}
