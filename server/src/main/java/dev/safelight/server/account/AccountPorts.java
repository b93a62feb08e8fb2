package dev.safelight.server.account;

import dev.safelight.core.access.Secrets;
import dev.safelight.core.account.KeyDesk;
import dev.safelight.core.account.Keys;
import dev.safelight.core.account.Registry;
import dev.safelight.core.audit.AuditLog;
import dev.safelight.core.ledger.Ledger;

/**
 * What the operations call.
 *
 * @param secrets sign cursors
 */
public record AccountPorts(
        Keys keys,
        KeyDesk desk,
        Registry registry,
        Ledger ledger,
        AuditLog audit,
        Secrets secrets) {}
