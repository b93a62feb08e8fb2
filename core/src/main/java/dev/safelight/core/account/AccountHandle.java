package dev.safelight.core.account;

import dev.safelight.core.id.Id;

/** By what operators name an account. */
public record AccountHandle(Id id) {
    @Override
    public String toString() {
        return id.toString();
    }
}
