package dev.safelight.core.account;

import dev.safelight.core.id.Id;

/** By what people name a key; it stays when the text is changed, and is no secret. */
public record KeyHandle(Id id) {
    @Override
    public String toString() {
        return id.toString();
    }
}
