package dev.safelight.core.upload;

import dev.safelight.core.access.Accounts;
import dev.safelight.core.access.LimitStore;
import dev.safelight.core.asset.Blobs;
import dev.safelight.core.asset.FileInspector;

import java.time.InstantSource;

/** What uploads call. */
public record UploadPorts(
        UploadStore store,
        Accounts accounts,
        LimitStore limits,
        Blobs blobs,
        FileInspector inspector,
        InstantSource clock) {}
