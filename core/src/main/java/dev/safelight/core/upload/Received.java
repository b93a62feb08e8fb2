package dev.safelight.core.upload;

import dev.safelight.core.asset.Blob;
import dev.safelight.core.asset.Inspection;

/** Bytes that have come whole, are stored, and were understood. */
public record Received(Blob blob, Inspection.Understood contents) {}
