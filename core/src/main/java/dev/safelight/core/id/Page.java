package dev.safelight.core.id;

import org.jspecify.annotations.Nullable;

import java.util.List;

/**
 * Some entries of a list, in its order.
 *
 * @param next where to go on, or null when nothing follows
 */
public record Page<T>(List<T> entries, @Nullable Cursor next) {}
