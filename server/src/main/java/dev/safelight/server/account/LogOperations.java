package dev.safelight.server.account;

import dev.safelight.core.access.Scope;
import dev.safelight.core.audit.AuditEntry;
import dev.safelight.core.audit.AuditLog;
import dev.safelight.core.ledger.Ledger;
import dev.safelight.core.ledger.LedgerEntry;
import dev.safelight.core.task.TaskId;
import dev.safelight.server.dialect.ShownIds;
import dev.safelight.server.http.face.Answer;
import dev.safelight.server.http.face.Call;
import dev.safelight.server.http.problem.ProblemCode;
import dev.safelight.server.http.problem.Refusal;

import tools.jackson.core.JsonGenerator;

import java.util.Locale;

/** What is read back of what happened: the ledger and the audit log. */
final class LogOperations {
    private final ShownIds ids;
    private final Ledger ledger;
    private final AuditLog audit;
    private final Listing<LedgerEntry> postings;
    private final Listing<AuditEntry> own;
    private final Listing<AuditEntry> all;

    LogOperations(AccountPorts ports, ShownIds ids) {
        this.ids = ids;
        ledger = ports.logs().ledger();
        audit = ports.logs().audit();
        postings = new Listing<>(ports.secrets(), "list-postings", "postings", this::members);
        own = new Listing<>(ports.secrets(), "list-audit", "entries", LogOperations::members);
        all = new Listing<>(ports.secrets(), "list-audit/all", "entries", LogOperations::members);
    }

    Answer postings(Call call) {
        var account = call.who().account();
        return postings.answer(call, (after, limit) -> ledger.postings(account, after, limit));
    }

    Answer audit(Call call) {
        var account = call.who().account();
        if (call.body().path("accounts").asString("own").equals("own"))
            return own.answer(call, (after, limit) -> audit.of(account, after, limit));
        if (!call.who().may(Scope.OPERATOR))
            throw new Refusal(
                    ProblemCode.NOT_AUTHORIZED,
                    "To read all accounts' entries needs a key with the scope 'operator'.");
        return all.answer(call, audit::all);
    }

    private void members(JsonGenerator json, LedgerEntry entry) {
        var posting = entry.posting();
        json.writeStringProperty("kind", posting.kind().name().toLowerCase(Locale.ROOT));
        var task = posting.task();
        if (task != null) json.writeStringProperty("taskId", ids.of(new TaskId(task)));
        json.writeNumberProperty("granted", -posting.granted());
        json.writeNumberProperty("available", posting.available());
        json.writeNumberProperty("held", posting.held());
        json.writeNumberProperty("spent", posting.spent());
        json.writeNumberProperty("balance", entry.available());
        json.writeStringProperty("at", entry.at().toString());
    }

    private static void members(JsonGenerator json, AuditEntry entry) {
        json.writeStringProperty("action", entry.action().word());
        if (!entry.object().isEmpty()) json.writeStringProperty("objectId", object(entry));
        json.writeStringProperty("accountId", Handles.of(entry.by().account()));
        var key = entry.by().key();
        if (key != null) json.writeStringProperty("apiKeyId", Handles.of(key));
        var refusal = entry.refusal();
        json.writeStringProperty(
                "result", refusal == null ? "done" : refusal.name().toLowerCase(Locale.ROOT));
        json.writeStringProperty("requestId", entry.requestId());
        json.writeStringProperty("at", entry.at().toString());
    }

    private static String object(AuditEntry entry) {
        return switch (entry.action()) {
            case KEY_CREATE,
                    KEY_LABEL,
                    KEY_REVOKE,
                    KEY_ROTATE,
                    KEY_ROTATE_SECRET,
                    KEY_LIMIT,
                    KEY_WEBHOOK -> Handles.KEY + entry.object();
            case ACCOUNT_OPEN, ACCOUNT_CHANGE, ACCOUNT_GRANT -> Handles.ACCOUNT + entry.object();
            case ENGINE_LIMIT -> entry.object();
        };
    }
}
