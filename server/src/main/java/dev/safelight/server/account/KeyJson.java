package dev.safelight.server.account;

import dev.safelight.core.access.KeyLimits;
import dev.safelight.core.access.Scope;
import dev.safelight.core.account.ApiKey;
import dev.safelight.core.account.Issued;
import dev.safelight.server.http.face.Answer;
import dev.safelight.server.http.face.JsonText;

import org.jspecify.annotations.Nullable;

import tools.jackson.core.JsonGenerator;

import java.time.Instant;
import java.util.Locale;

/** Shows keys. */
final class KeyJson {
    private KeyJson() {}

    /** Without the address that is told of its tasks: an operator need not see it. */
    static Answer answer(ApiKey key) {
        return Answer.json(JsonText.object(json -> members(json, key)));
    }

    static Answer answer(ToldKey key) {
        return Answer.json(JsonText.object(json -> members(json, key)));
    }

    /** With what it has spent. */
    static Answer answer(ToldKey key, SpentCredits spent) {
        return Answer.json(JsonText.object(json -> {
            members(json, key);
            spent.write(json, key.key().holder().key());
        }));
    }

    static Answer issued(Issued issued, ToldKey key) {
        return Acts.secret(JsonText.object(json -> {
            json.writeStringProperty("key", issued.text().text());
            json.writeStringProperty("webhookSecret", issued.secret().text());
            property(json, key);
        }));
    }

    /** What is shown this once, and the key that it belongs to. */
    static Answer renewed(String name, String shown, ToldKey key) {
        return Acts.secret(JsonText.object(json -> {
            json.writeStringProperty(name, shown);
            property(json, key);
        }));
    }

    private static void property(JsonGenerator json, ToldKey key) {
        json.writeObjectPropertyStart("apiKey");
        members(json, key);
        json.writeEndObject();
    }

    static void members(JsonGenerator json, ToldKey told) {
        members(json, told.key());
        var address = told.address();
        if (address == null) {
            json.writeNullProperty(KeyAddresses.FIELD);
            return;
        }
        json.writeStringProperty(KeyAddresses.FIELD, address.subscription().url());
        json.writeStringProperty("webhookStatus", address.state().name().toLowerCase(Locale.ROOT));
    }

    private static void members(JsonGenerator json, ApiKey key) {
        var holder = key.holder();
        json.writeStringProperty("id", Handles.of(key.handle()));
        json.writeStringProperty("label", key.label());
        json.writeStringProperty("hint", key.hint());
        json.writeStringProperty("mode", holder.mode().name().toLowerCase(Locale.ROOT));
        json.writeArrayPropertyStart("scopes");
        for (var scope : Scope.values()) if (holder.may(scope)) json.writeString(scope.word());
        json.writeEndArray();
        json.writeObjectPropertyStart("limits");
        limits(json, key.limits());
        json.writeEndObject();
        json.writeStringProperty("createdAt", key.life().created().toString());
        moment(json, "rotatedAt", key.life().rotated());
        moment(json, "revokedAt", key.life().revoked());
    }

    private static void limits(JsonGenerator json, KeyLimits limits) {
        var spend = limits.spend();
        json.writeNumberProperty("slots", limits.slots());
        json.writeNumberProperty("submitsPerMinute", limits.submitsPerMinute());
        json.writeNumberProperty("readsPerMinute", limits.readsPerMinute());
        json.writeNumberProperty("creditsPer5Hours", spend.fiveHours().amount());
        json.writeNumberProperty("creditsPerDay", spend.oneDay().amount());
        json.writeNumberProperty("creditsPer7Days", spend.sevenDays().amount());
    }

    private static void moment(JsonGenerator json, String name, @Nullable Instant at) {
        if (at != null) json.writeStringProperty(name, at.toString());
    }
}
