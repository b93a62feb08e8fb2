package dev.safelight.core.session;

import dev.safelight.core.id.Id;

/** Names one session for ever. */
public record SessionId(Id id) {
    @Override
    public String toString() {
        return id.toString();
    }
}
