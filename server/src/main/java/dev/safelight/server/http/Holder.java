package dev.safelight.server.http;

import dev.safelight.core.access.KeyDigest;
import dev.safelight.core.access.Principal;

/** Who is calling, and by which text of the key. */
record Holder(Principal who, KeyDigest text) {}
