package dev.safelight.server.dialect.executions.webhook;

import dev.safelight.core.webhook.EndpointId;
import dev.safelight.server.dialect.ShownIds;
import dev.safelight.server.dialect.executions.ExecutionIds;
import dev.safelight.server.http.ProblemCode;
import dev.safelight.server.http.Refusal;

/** Reads ids of endpoints: what is none is told apart from an absent one. */
final class EndpointIds {
    private EndpointIds() {}

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
