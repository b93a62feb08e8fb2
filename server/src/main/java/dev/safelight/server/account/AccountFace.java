package dev.safelight.server.account;

import dev.safelight.server.dialect.OperationDocs;
import dev.safelight.server.dialect.ShownIds;
import dev.safelight.server.http.face.Conventions;
import dev.safelight.server.http.face.Face;
import dev.safelight.server.http.face.Handler;
import dev.safelight.server.http.face.Route;

import java.util.ArrayList;
import java.util.List;

/**
 * Puts the operations together. Their paths lie below the base of a dialect, whose conventions they
 * are answered in.
 */
public final class AccountFace {
    private final OperationDocs docs = OperationDocs.of(AccountFace.class);
    private final List<Route> routes = new ArrayList<>();

    private AccountFace() {}

    /**
     * The operations over these ports.
     *
     * @param ids as the dialect shows them
     * @param dialect its name: in its words the addresses of keys are told
     */
    public static Face of(AccountPorts ports, ShownIds ids, String dialect) {
        return new AccountFace().build(ports, ids, dialect);
    }

    private Face build(AccountPorts ports, ShownIds ids, String dialect) {
        addKeys(ports, new KeyAddresses(ports.keys(), dialect));
        addAccounts(new AccountOperations(ports));
        addLimits(new LimitOperations(ports));
        var logs = new LogOperations(ports, ids);
        add("list-postings", logs::postings);
        add("list-audit", logs::audit);
        return new Face(List.of(), Conventions.PLAIN, routes);
    }

    private void addKeys(AccountPorts ports, KeyAddresses addresses) {
        var keys = new KeyOperations(ports, addresses);
        add("create-key", keys::create);
        add("list-keys", keys::list);
        add("get-key", keys::show);
        add("change-key", keys::change);
        add("revoke-key", keys::revoke);
        add("rotate-key", keys::rotate);
        add("rotate-key-secret", keys::rotateSecret);
        add("create-account-key", keys::createFor);
        add("test-key-webhook", addresses::test);
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
        routes.add(docs.own(name, handler).route());
    }
}
