package dev.safelight.server.account;

import dev.safelight.core.access.Mode;
import dev.safelight.core.access.Scope;
import dev.safelight.core.account.ApiKey;
import dev.safelight.core.account.KeyDesk;
import dev.safelight.core.account.Keys;
import dev.safelight.core.account.Registry;
import dev.safelight.core.id.AccountId;
import dev.safelight.server.http.Answer;
import dev.safelight.server.http.Call;

import tools.jackson.databind.JsonNode;

import java.time.Duration;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/** Keys: created, listed, labelled, exchanged and revoked. */
final class KeyOperations {
    private final Keys keys;
    private final KeyDesk desk;
    private final Registry registry;
    private final Listing<ApiKey> listing;

    KeyOperations(AccountPorts ports) {
        keys = ports.keys();
        desk = ports.desk();
        registry = ports.registry();
        listing = new Listing<>(ports.secrets(), "list-keys", "apiKeys", KeyJson::members);
    }

    Answer create(Call call) {
        return create(call, call.who().account(), call.who().mode());
    }

    Answer createFor(Call call) {
        var handle = Handles.account(call.segment(0));
        return Answer.later(registry.find(handle), found -> {
            var account = found.orElseThrow(Handles::noAccount);
            return create(call, account.number(), account.mode());
        });
    }

    private Answer create(Call call, AccountId account, Mode usual) {
        JsonNode body = call.body();
        var label = body.get("label").asString();
        var mode = body.has("mode")
                ? Mode.valueOf(body.get("mode").asString().toUpperCase(Locale.ROOT))
                : usual;
        var issue = desk.issue(Acts.actor(call), account, label, mode, scopes(body));
        return Acts.answer(issue, Handles::noAccount, KeyJson::issued);
    }

    private static Set<Scope> scopes(JsonNode body) {
        if (!body.has("scopes")) return EnumSet.of(Scope.READ, Scope.SUBMIT);
        var scopes = EnumSet.noneOf(Scope.class);
        for (var word : body.get("scopes")) scopes.add(Scope.of(word.asString()).orElseThrow());
        return scopes;
    }

    Answer list(Call call) {
        var account = call.who().account();
        return listing.answer(call, (after, limit) -> keys.list(account, after, limit));
    }

    Answer show(Call call) {
        return Answer.later(
                keys.find(call.who().account(), Handles.key(call.segment(0))),
                found -> KeyJson.answer(found.orElseThrow(Handles::noKey)));
    }

    Answer label(Call call) {
        var label = call.body().get("label").asString();
        var act = keys.relabel(Acts.actor(call), Handles.key(call.segment(0)), label);
        return Acts.answer(act, Handles::noKey, KeyJson::answer);
    }

    Answer revoke(Call call) {
        var act = keys.revoke(Acts.actor(call), Handles.key(call.segment(0)));
        return Acts.answer(act, Handles::noKey, KeyJson::answer);
    }

    Answer rotate(Call call) {
        var by = Acts.actor(call);
        var grace = Duration.ofSeconds(call.body().path("graceSeconds").asLong(0));
        var handle = Handles.key(call.segment(0));
        return Answer.later(keys.find(by.who().account(), handle), found -> {
            var act = desk.rotate(by, found.orElseThrow(Handles::noKey), grace);
            return Acts.answer(
                    act,
                    Handles::noKey,
                    fresh -> KeyJson.renewed("key", fresh.shown().text(), fresh.key()));
        });
    }

    Answer rotateSecret(Call call) {
        var act = desk.rotateSecret(Acts.actor(call), Handles.key(call.segment(0)));
        return Acts.answer(
                act,
                Handles::noKey,
                fresh -> KeyJson.renewed("webhookSecret", fresh.shown().text(), fresh.key()));
    }
}
