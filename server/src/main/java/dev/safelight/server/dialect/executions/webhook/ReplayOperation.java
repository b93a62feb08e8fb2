package dev.safelight.server.dialect.executions.webhook;

import dev.safelight.core.id.AccountId;
import dev.safelight.core.id.Cursor;
import dev.safelight.core.id.PassedCursor;
import dev.safelight.server.dialect.DialectPorts;
import dev.safelight.server.dialect.ShownIds;
import dev.safelight.server.feed.Offsets;
import dev.safelight.server.http.face.Answer;
import dev.safelight.server.http.face.Call;
import dev.safelight.server.http.face.JsonText;
import dev.safelight.server.http.problem.Problem;
import dev.safelight.server.http.problem.Refusal;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/** {@code POST /v1/webhooks/endpoints/{endpointId}/replay}: all since a place, told again. */
final class ReplayOperation {
    private static final int ACCEPTED = 202;
    private static final String BEGINNING = "-1";

    private final DialectPorts.Webhooks webhooks;
    private final Offsets offsets;
    private final ShownIds ids;
    private final NamedEndpoints named;

    ReplayOperation(DialectPorts ports, ShownIds ids) {
        webhooks = ports.data().webhooks();
        offsets = new Offsets(ports.source().secrets());
        this.ids = ids;
        named = new NamedEndpoints(webhooks.endpoints(), ids);
    }

    Answer replay(Call call) {
        var account = call.who().account();
        var since = place(account, call.body().get("since").asString());
        var begun = named.any(call)
                .thenCompose(endpoint -> since.thenCompose(after ->
                        webhooks.replays().begin(account, endpoint.id(), after.orElse(null))))
                .exceptionally(fault -> {
                    throw refused(account, fault);
                });
        return Answer.later(begun, done -> {
            if (!done) throw NamedEndpoints.absent();
            var id = NamedEndpoints.read(ids, call.segment(0));
            byte[] body =
                    JsonText.object(json -> json.writeStringProperty("endpointId", ids.of(id)));
            return new Answer.Text(ACCEPTED, Answer.JSON, body, List.of());
        });
    }

    /** A place that retention has passed is told as the feed tells it. */
    private RuntimeException refused(AccountId account, Throwable fault) {
        var cause = fault instanceof CompletionException ? fault.getCause() : fault;
        return cause instanceof PassedCursor passed
                ? offsets.passed(account, passed)
                : new CompletionException(fault);
    }

    /** Empty for the earliest that is kept. */
    private CompletableFuture<Optional<Cursor>> place(AccountId account, String since) {
        if (since.equals(BEGINNING)) return CompletableFuture.completedFuture(Optional.empty());
        var offset = offsets.read(account, since);
        if (offset.isPresent()) return CompletableFuture.completedFuture(offset);
        return webhooks.feed().before(moment(since)).thenApply(Optional::of);
    }

    private static Instant moment(String since) {
        try {
            var moment = OffsetDateTime.parse(since);
            if (moment.getYear() < 1970 || moment.getYear() > 9_999)
                throw new DateTimeException("no moment of ours");
            return moment.toInstant();
        } catch (DateTimeException unreadable) {
            throw new Refusal(Problem.invalid(
                    "since",
                    "'since' must be an offset of GET /v1/events, or a moment as in"
                            + " 2026-11-30T12:00:00Z."));
        }
    }
}
