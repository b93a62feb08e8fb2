package dev.safelight.server.dialect.executions.webhook;

import dev.safelight.core.access.Scope;
import dev.safelight.core.webhook.Endpoint;
import dev.safelight.core.webhook.EndpointId;
import dev.safelight.core.webhook.Endpoints;
import dev.safelight.server.dialect.ShownIds;
import dev.safelight.server.dialect.executions.ExecutionIds;
import dev.safelight.server.http.face.Call;
import dev.safelight.server.http.problem.ProblemCode;
import dev.safelight.server.http.problem.Refusal;

import java.util.concurrent.CompletableFuture;

/**
 * The endpoints that a caller may name. The address of a key is changed with the key alone, which
 * needs another scope and is audited; to whoever may not look after keys it is absent.
 */
final class NamedEndpoints {
    private final Endpoints endpoints;
    private final ShownIds ids;

    NamedEndpoints(Endpoints endpoints, ShownIds ids) {
        this.endpoints = endpoints;
        this.ids = ids;
    }

    /** One that the account made, no address of a key. */
    CompletableFuture<Endpoint> own(Call call) {
        return find(call).thenApply(endpoint -> {
            if (isOfKey(endpoint)) throw absent();
            return endpoint;
        });
    }

    /** The same, or the address of a key for a caller who may look after keys. */
    CompletableFuture<Endpoint> any(Call call) {
        return find(call).thenApply(endpoint -> {
            if (isOfKey(endpoint) && !call.who().may(Scope.ADMIN)) throw absent();
            return endpoint;
        });
    }

    private static boolean isOfKey(Endpoint endpoint) {
        return endpoint.subscription().key() != null;
    }

    private CompletableFuture<Endpoint> find(Call call) {
        var found = endpoints.find(call.who().account(), read(ids, call.segment(0)));
        return found.thenApply(endpoint -> endpoint.orElseThrow(NamedEndpoints::absent));
    }

    /** What is no id is told apart from that of an absent one. */
    static EndpointId read(ShownIds ids, String text) {
        return ids.endpoint(text).orElseThrow(() -> ExecutionIds.malformed("a webhook endpoint"));
    }

    static Refusal absent() {
        return new Refusal(
                ProblemCode.ENDPOINT_NOT_FOUND,
                "There is no such webhook endpoint in this account. GET /v1/webhooks/endpoints"
                        + " lists them.");
    }
}
