package dev.safelight.server.account;

import dev.safelight.core.access.Mode;
import dev.safelight.core.access.Scope;
import dev.safelight.core.account.Account;
import dev.safelight.core.account.ApiKey;
import dev.safelight.core.account.KeyDesk;
import dev.safelight.core.account.Keys;
import dev.safelight.core.account.Registry;
import dev.safelight.server.http.face.Answer;
import dev.safelight.server.http.face.Call;

import tools.jackson.databind.JsonNode;

import java.time.Duration;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/** Keys: created, listed, labelled, exchanged and revoked. */
final class KeyOperations {
    private static final String LABEL = "label";

    private final Keys keys;
    private final KeyDesk desk;
    private final Registry registry;
    private final SpentCredits spent;
    private final KeyAddresses addresses;
    private final Listing<ToldKey> listing;

    KeyOperations(AccountPorts ports, KeyAddresses addresses) {
        keys = ports.keys().keys();
        desk = ports.keys().desk();
        this.addresses = addresses;
        registry = ports.registry();
        spent = ports.logs().spent();
        listing = new Listing<>(ports.secrets(), "list-keys", "apiKeys", KeyJson::members);
    }

    Answer create(Call call) {
        var by = Acts.actor(call);
        var body = call.body();
        var mode = mode(body, by.who().mode());
        return Answer.later(addresses.named(body), address -> {
            var act = desk.issue(
                    by, by.who().account(), label(body), mode, scopes(body), address.orElse(null));
            return Acts.answer(
                    act,
                    Handles::noAccount,
                    issued -> Answer.later(
                            addresses.with(issued.key()), told -> KeyJson.issued(issued, told)));
        });
    }

    Answer createFor(Call call) {
        var handle = Handles.account(call.segment(0));
        var by = Acts.actor(call);
        var body = call.body();
        // Whether it is there is decided with the act, so that a refusal is written down too.
        return Answer.later(registry.find(handle), found -> {
            var mode = mode(body, found.map(Account::mode).orElse(Mode.LIVE));
            var act = desk.issue(by, handle, label(body), mode, scopes(body));
            return Acts.answer(
                    act,
                    Handles::noAccount,
                    issued -> KeyJson.issued(issued, new ToldKey(issued.key(), null)));
        });
    }

    private static String label(JsonNode body) {
        return body.get(LABEL).asString();
    }

    private static Mode mode(JsonNode body, Mode usual) {
        JsonNode said = body.get("mode");
        return said == null ? usual : Mode.valueOf(said.asString().toUpperCase(Locale.ROOT));
    }

    private static Set<Scope> scopes(JsonNode body) {
        if (!body.has("scopes")) return EnumSet.of(Scope.READ, Scope.SUBMIT);
        var scopes = EnumSet.noneOf(Scope.class);
        for (var word : body.get("scopes")) scopes.add(Scope.of(word.asString()).orElseThrow());
        return scopes;
    }

    Answer list(Call call) {
        var account = call.who().account();
        return listing.answer(
                call,
                (after, limit) -> keys.list(account, after, limit).thenCompose(addresses::with));
    }

    Answer show(Call call) {
        var found = keys.find(call.who().account(), Handles.key(call.segment(0)))
                .thenCompose(key -> addresses.with(key.orElseThrow(Handles::noKey)));
        return Answer.later(found, key -> KeyJson.answer(key, spent));
    }

    /** The address first: it may be refused, and then nothing is changed. */
    Answer change(Call call) {
        var body = call.body();
        if (!body.has(KeyAddresses.FIELD)) return relabel(call);
        return Answer.later(
                addresses.named(body),
                address -> Acts.answer(
                        addresses.tell(call, address.orElse(null)),
                        Handles::noKey,
                        told -> body.has(LABEL) ? relabel(call) : shown(told)));
    }

    private Answer relabel(Call call) {
        var label = label(call.body());
        var act = keys.relabel(Acts.actor(call), Handles.key(call.segment(0)), label);
        return Acts.answer(act, Handles::noKey, this::shown);
    }

    private Answer shown(ApiKey key) {
        return Answer.later(addresses.with(key), told -> KeyJson.answer(told));
    }

    Answer revoke(Call call) {
        var act = keys.revoke(Acts.actor(call), Handles.key(call.segment(0)));
        return Acts.answer(act, Handles::noKey, this::shown);
    }

    Answer rotate(Call call) {
        var by = Acts.actor(call);
        var grace = Duration.ofSeconds(call.body().path("graceSeconds").asLong(0));
        var handle = Handles.key(call.segment(0));
        return Answer.later(keys.find(by.who().account(), handle), found -> {
            var mode = found.map(key -> key.holder().mode()).orElse(Mode.LIVE);
            var act = desk.rotate(by, handle, mode, grace);
            return Acts.answer(
                    act,
                    Handles::noKey,
                    fresh -> renewed("key", fresh.shown().text(), fresh.key()));
        });
    }

    Answer rotateSecret(Call call) {
        var act = desk.rotateSecret(Acts.actor(call), Handles.key(call.segment(0)));
        return Acts.answer(
                act,
                Handles::noKey,
                fresh -> renewed("webhookSecret", fresh.shown().text(), fresh.key()));
    }

    private Answer renewed(String name, String shown, ApiKey key) {
        return Answer.later(addresses.with(key), told -> KeyJson.renewed(name, shown, told));
    }
}
