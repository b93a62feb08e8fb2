package dev.safelight.server.http.face;

import dev.safelight.core.access.KeyDigest;
import dev.safelight.core.access.Principal;

/** Who is calling, and by which text of the key. */
public record Holder(Principal who, KeyDigest text) {}
