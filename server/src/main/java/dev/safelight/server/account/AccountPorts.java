package dev.safelight.server.account;

import dev.safelight.core.access.Secrets;
import dev.safelight.core.account.KeyDesk;
import dev.safelight.core.account.Keys;
import dev.safelight.core.account.Registry;
import dev.safelight.core.audit.AuditLog;
import dev.safelight.core.ledger.Ledger;
import dev.safelight.core.tool.EngineName;

import java.util.Set;

/**
 * What the operations call.
 *
 * @param engines those that can be limited
 * @param secrets sign cursors
 */
public record AccountPorts(
        Keys keys,
        KeyDesk desk,
        Registry registry,
        Logs logs,
        Set<EngineName> engines,
        Secrets secrets) {

    /** What is read back of what happened. */
    public record Logs(Ledger ledger, AuditLog audit, SpentCredits spent) {}
}
