package dev.safelight.server.account;

import dev.safelight.core.access.Secrets;
import dev.safelight.core.account.KeyDesk;
import dev.safelight.core.account.Keys;
import dev.safelight.core.account.Registry;
import dev.safelight.core.audit.AuditLog;
import dev.safelight.core.ledger.Ledger;
import dev.safelight.core.tool.EngineName;
import dev.safelight.core.webhook.Endpoints;
import dev.safelight.server.outbound.AddressCheck;
import dev.safelight.server.webhook.TestSends;

import java.util.Set;

/**
 * What the operations call.
 *
 * @param engines those that can be limited
 * @param secrets sign cursors
 */
public record AccountPorts(
        OfKeys keys, Registry registry, Logs logs, Set<EngineName> engines, Secrets secrets) {

    /**
     * Keys, and where the ends of their tasks are told.
     *
     * @param endpoints the addresses of keys
     * @param addresses says which ones callers may name
     * @param tests sends what did not happen
     */
    public record OfKeys(
            Keys keys,
            KeyDesk desk,
            Endpoints endpoints,
            AddressCheck addresses,
            TestSends tests) {}

    /** What is read back of what happened. */
    public record Logs(Ledger ledger, AuditLog audit, SpentCredits spent) {}
}
