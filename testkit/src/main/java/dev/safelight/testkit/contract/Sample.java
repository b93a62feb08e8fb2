package dev.safelight.testkit.contract;

import dev.safelight.core.id.Id;
import dev.safelight.core.session.SessionId;

/** Ids for tests that need one, whichever. */
final class Sample {
    private Sample() {}

    static SessionId session() {
        return new SessionId(new Id(0x0190_0000_0000_0000L, 42));
    }
}
