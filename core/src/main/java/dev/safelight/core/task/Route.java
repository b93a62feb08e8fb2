package dev.safelight.core.task;

import dev.safelight.core.tool.EngineName;
import dev.safelight.core.tool.ToolName;

/**
 * Where a task goes, fixed at submit.
 *
 * @param tool what was asked for, by its canonical name
 * @param model a catalog name for the tool with defaults and an engine
 * @param engine who makes it
 */
public record Route(ToolName tool, String model, EngineName engine) {}
