package dev.safelight.app.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.safelight.app.live.Client;
import dev.safelight.app.live.OverTheWire;
import dev.safelight.core.access.KeyLimits;
import dev.safelight.core.access.KeyText;
import dev.safelight.core.access.Mode;
import dev.safelight.core.access.NewKey;
import dev.safelight.core.access.Scope;
import dev.safelight.core.ledger.Credits;
import dev.safelight.server.http.face.Access;
import dev.safelight.server.http.face.Route;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/** Keys that may do one thing, or all things but one, at every route. */
class ScopesTest extends OverTheWire {
    private static final String ABSENT = "01KB0000000000000000000000";

    private final Random random = new Random(3);
    private final Map<Scope, Client> only = new EnumMap<>(Scope.class);
    private final Map<Scope, Client> allBut = new EnumMap<>(Scope.class);

    private Client only(Scope scope) {
        return only.computeIfAbsent(scope, one -> holder(EnumSet.of(one)));
    }

    private Client allBut(Scope scope) {
        return allBut.computeIfAbsent(scope, one -> holder(EnumSet.complementOf(EnumSet.of(one))));
    }

    private Client holder(Set<Scope> scopes) {
        var key = KeyText.mint(Mode.LIVE, random);
        var limits = new KeyLimits(0, 0, 0);
        var account = new NewKey("a", Mode.LIVE, key, new Credits(100), limits, scopes);
        server.live.store.accounts().open(account).join();
        return new Client(server.http.port(), key.text());
    }

    private static Scope needed(Route route) {
        return switch (route.access()) {
            case SUBMIT, CANCEL -> Scope.SUBMIT;
            case READ -> Scope.READ;
            case ADMIN -> Scope.ADMIN;
            case OPERATE -> Scope.OPERATOR;
            case OPEN -> throw new AssertionError("no key is needed for " + route.path());
        };
    }

    private List<Route> routes() {
        var routes = new ArrayList<>(server.accounts.routes());
        routes.addAll(server.tools.routes());
        routes.addAll(server.tasks.routes());
        routes.addAll(server.executions.routes());
        routes.addAll(server.feed.routes());
        routes.addAll(server.endpoints.routes());
        assertThat(routes).extracting(Route::access).contains(Access.OPERATE, Access.CANCEL);
        // Whoever has an address needs no key, and so no scope.
        routes.removeIf(route -> route.access() == Access.OPEN);
        return routes;
    }

    private static int status(Client caller, Route route) {
        var path = route.path().replace("*", ABSENT);
        return caller.call(route.method(), path, route.method().equals("POST") ? "{}" : "")
                .statusCode();
    }

    @Test
    void each_route_is_shut_to_who_has_every_scope_but_its_own() {
        for (var route : routes())
            assertThat(status(allBut(needed(route)), route))
                    .as(route.method() + " " + route.path())
                    .isEqualTo(403);
    }

    @Test
    void each_route_is_open_to_who_has_its_scope_alone() {
        for (var route : routes())
            assertThat(status(only(needed(route)), route))
                    .as(route.method() + " " + route.path())
                    .isNotIn(401, 403, 405, 500);
    }

    @Test
    void the_refusal_names_the_scope_that_is_needed_and_those_that_are_there() {
        var response = only(Scope.READ).call("GET", "/api/v1/accounts", "");
        var problem = Client.json(response);
        assertThat(problem.get("code").asString()).isEqualTo("not_authorized");
        assertThat(problem.get("error").asString()).isEqualTo("Forbidden");
        assertThat(problem.get("message").asString()).contains("'operator'").contains("read");
    }

    @Test
    void nobody_gives_a_scope_that_they_lack() {
        var response = only(Scope.ADMIN)
                .call("POST", "/api/v1/api-keys", "{\"label\":\"a\",\"scopes\":[\"read\"]}");
        assertThat(response.statusCode()).isEqualTo(403);
        only(Scope.ADMIN)
                .done("POST", "/api/v1/api-keys", "{\"label\":\"a\",\"scopes\":[\"admin\"]}");
    }

    @Test
    void the_last_operators_key_is_not_revoked_over_the_wire() {
        var keys = client.done("GET", "/api/v1/api-keys", "").get("apiKeys");
        assertThat(keys).hasSize(1);
        String path = "/api/v1/api-keys/" + keys.get(0).get("id").asString();
        var other = server.stranger();
        var others = other.done("GET", "/api/v1/api-keys", "").get("apiKeys");
        other.done("DELETE", "/api/v1/api-keys/" + others.get(0).get("id").asString(), "");
        var response = client.call("DELETE", path, "");
        assertThat(response.statusCode()).isEqualTo(403);
        assertThat(response.body()).contains("the last key with the scope operator");
        client.done("GET", path, "");
    }

    @Test
    void all_accounts_entries_are_for_operators() {
        var path = "/api/v1/audit?accounts=all";
        assertThat(allBut(Scope.OPERATOR).call("GET", path, "").statusCode()).isEqualTo(403);
        assertThat(client.call("GET", path, "").statusCode()).isEqualTo(200);
    }
}
