package dev.safelight.server.dialect.executions.webhook;

import dev.safelight.core.id.AccountId;
import dev.safelight.core.id.Cursor;
import dev.safelight.core.webhook.Deliveries;
import dev.safelight.core.webhook.Delivery;
import dev.safelight.core.webhook.EndpointId;
import dev.safelight.server.dialect.DialectPorts;
import dev.safelight.server.dialect.ShownIds;
import dev.safelight.server.dialect.executions.Pages;
import dev.safelight.server.http.face.Answer;
import dev.safelight.server.http.face.Call;
import dev.safelight.server.http.face.JsonText;
import dev.safelight.server.http.problem.ProblemCode;
import dev.safelight.server.http.problem.Refusal;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.JsonNode;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** What became of each delivery: listed, looked at, sent again; and test events. */
final class DeliveryOperations {
    private static final int ACCEPTED = 202;
    /** Of what one call looks at to find those of one status. */
    private static final int MOST_LOOKS = 20;

    private final Deliveries deliveries;
    private final ShownIds ids;
    private final NamedEndpoints named;
    private final Pages pages;
    private final DeliveryJson rendering;

    DeliveryOperations(DialectPorts ports, ShownIds ids) {
        deliveries = ports.data().webhooks().deliveries();
        this.ids = ids;
        named = new NamedEndpoints(ports.data().webhooks().endpoints(), ids);
        pages = new Pages(ports.source().secrets(), "deliveries");
        rendering = new DeliveryJson(ports.source().secrets(), ids);
    }

    /** The oldest first. Those of one status may be rare: then a page has few, and more follow. */
    Answer list(Call call) {
        var who = call.who();
        JsonNode endpoint = call.body().get("endpointId");
        JsonNode status = call.body().get("status");
        var asked = new Asked(
                who.account(),
                endpoint == null ? null : NamedEndpoints.read(ids, endpoint.asString()),
                status == null ? null : DeliveryStatus.read(status.asString()),
                Pages.limit(call));
        var found = find(asked, pages.after(call), new ArrayList<>(), MOST_LOOKS);
        return Answer.later(
                found,
                page -> pages.show(
                        who,
                        page.next(),
                        json -> page.deliveries().forEach(delivery -> {
                            json.writeStartObject();
                            rendering.write(json, delivery);
                            json.writeEndObject();
                        })));
    }

    /** What is looked for. */
    private record Asked(
            AccountId account,
            @Nullable EndpointId endpoint,
            @Nullable DeliveryStatus status,
            int limit) {
        boolean fits(Delivery delivery) {
            return status == null || DeliveryStatus.of(delivery.progress().state()) == status;
        }
    }

    /** What was found, and where to go on; null at the end. */
    private record Found(
            List<Delivery> deliveries, @Nullable Cursor next) {}

    private CompletableFuture<Found> find(
            Asked asked, @Nullable Cursor after, List<Delivery> found, int looks) {
        int wanted = asked.limit() - found.size();
        return deliveries
                .list(asked.account(), asked.endpoint(), after, wanted)
                .thenCompose(page -> {
                    page.deliveries().stream().filter(asked::fits).forEach(found::add);
                    if (page.isLast())
                        return CompletableFuture.completedFuture(new Found(found, null));
                    if (found.size() >= asked.limit() || looks <= 1)
                        return CompletableFuture.completedFuture(new Found(found, page.next()));
                    return find(asked, page.next(), found, looks - 1);
                });
    }

    /** One with its attempts and the bytes that were sent. */
    Answer show(Call call) {
        var account = call.who().account();
        var place = rendering.place(account, call.segment(0));
        return Answer.later(deliveries.find(account, place), found -> {
            var delivery = found.orElseThrow(DeliveryJson::absent);
            return Answer.later(
                    deliveries.attempts(place),
                    attempts -> Answer.json(
                            JsonText.object(json -> rendering.write(json, delivery, attempts))));
        });
    }

    Answer replay(Call call) {
        var account = call.who().account();
        var place = rendering.place(account, call.segment(0));
        return Answer.later(
                deliveries.replay(account, place),
                again -> accepted(again.orElseThrow(DeliveryJson::absent)));
    }

    /** Goes the way of any delivery, so that it shows in their list with its attempts. */
    Answer test(Call call) {
        var account = call.who().account();
        return Answer.later(
                named.any(call).thenCompose(endpoint -> deliveries.test(account, endpoint.id())),
                told -> accepted(told.orElseThrow(DeliveryOperations::untold)));
    }

    private Answer.Text accepted(Delivery delivery) {
        byte[] body = JsonText.object(json -> rendering.write(json, delivery));
        return new Answer.Text(ACCEPTED, Answer.JSON, body, List.of());
    }

    private static Refusal untold() {
        return new Refusal(
                ProblemCode.ENDPOINT_NOT_FOUND,
                "There is no such webhook endpoint in this account, or it is disabled. GET"
                        + " /v1/webhooks/endpoints lists them.");
    }
}
