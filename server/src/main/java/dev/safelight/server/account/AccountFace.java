package dev.safelight.server.account;

import dev.safelight.server.dialect.OperationDocs;
import dev.safelight.server.dialect.ShownIds;
import dev.safelight.server.http.Conventions;
import dev.safelight.server.http.Face;
import dev.safelight.server.http.Handler;
import dev.safelight.server.http.Problem;
import dev.safelight.server.http.Refusal;
import dev.safelight.server.http.Route;

import java.util.ArrayList;
import java.util.List;

/**
 * Puts the operations together. Their paths lie below the base of a dialect, whose conventions they
 * are answered in.
 */
public final class AccountFace {
    private static final String WEBHOOK = "webhookUrl";
    private final OperationDocs docs = OperationDocs.of(AccountFace.class);
    private final List<Route> routes = new ArrayList<>();

    private AccountFace() {}

    /**
     * The operations over these ports.
     *
     * @param ids as the dialect shows them
     */
    public static Face of(AccountPorts ports, ShownIds ids) {
        return new AccountFace().build(ports, ids);
    }

    private Face build(AccountPorts ports, ShownIds ids) {
        addKeys(new KeyOperations(ports));
        addAccounts(new AccountOperations(ports));
        addLimits(new LimitOperations(ports));
        var logs = new LogOperations(ports, ids);
        add("list-postings", logs::postings);
        add("list-audit", logs::audit);
        return new Face(List.of(), Conventions.PLAIN, routes);
    }

    private void addKeys(KeyOperations keys) {
        add("create-key", keys::create);
        add("list-keys", keys::list);
        add("get-key", keys::show);
        add("label-key", keys::label);
        add("revoke-key", keys::revoke);
        add("rotate-key", keys::rotate);
        add("rotate-key-secret", keys::rotateSecret);
        add("create-account-key", keys::createFor);
    }

    private void addAccounts(AccountOperations accounts) {
        add("get-account", accounts::own);
        add("open-account", accounts::open);
        add("list-accounts", accounts::list);
        add("get-any-account", accounts::show);
        add("limit-account", accounts::limit);
        add("grant-credits", accounts::grant);
    }

    private void addLimits(LimitOperations limits) {
        add("limit-key", limits::limitKey);
        add("list-engines", limits::engines);
        add("limit-engine", limits::limitEngine);
    }

    private void add(String name, Handler handler) {
        routes.add(withoutWebhook(docs.own(name, handler).route()));
    }

    /** A field that other servers of this API take is refused in words, never dropped. */
    private static Route withoutWebhook(Route route) {
        Handler handler = call -> {
            if (call.body().has(WEBHOOK))
                throw new Refusal(Problem.invalid(
                        WEBHOOK,
                        "'" + WEBHOOK + "' is not taken: this server sends no webhooks yet. Leave"
                                + " it out."));
            return route.handler().answer(call);
        };
        return new Route(route.method(), route.path(), route.access(), route.body(), handler);
    }
}
