package dev.safelight.server.dialect.tools;

import dev.safelight.core.asset.Asset;
import dev.safelight.core.engine.Voice;
import dev.safelight.server.dialect.DialectPorts;
import dev.safelight.server.http.face.Answer;
import dev.safelight.server.http.face.Call;

import tools.jackson.core.JsonGenerator;

import java.time.Duration;

/** {@code list-voices}, {@code get-credit-balance} and {@code download-asset}. */
final class AccountOperations {
    private static final Duration ADDRESS_LASTS = Duration.ofHours(1);
    private final DialectPorts ports;
    private final ToolsIds ids;

    AccountOperations(DialectPorts ports, ToolsIds ids) {
        this.ports = ports;
        this.ids = ids;
    }

    Answer voices(Call call) {
        var voices = ports.offer().voices().list();
        return Data.object(json -> {
            json.writeArrayPropertyStart("voices");
            voices.forEach(voice -> write(json, voice));
            json.writeEndArray();
            if (!voices.isEmpty())
                json.writeStringProperty("defaultVoiceId", voices.getFirst().id());
        });
    }

    private static void write(JsonGenerator json, Voice voice) {
        json.writeStartObject();
        json.writeStringProperty("voiceId", voice.id());
        json.writeStringProperty("name", voice.name());
        json.writeStringProperty("language", voice.language());
        json.writeStringProperty("gender", voice.gender());
        json.writeStringProperty("pack", voice.pack());
        json.writeStringProperty("licence", voice.licence());
        json.writeEndObject();
    }

    Answer balance(Call call) {
        return Answer.later(
                ports.data().ledger().book(call.who().account()),
                book -> Data.object(json -> {
                    json.writeNumberProperty("granted", -book.granted());
                    json.writeNumberProperty("available", book.available());
                    json.writeNumberProperty("held", book.held());
                    json.writeNumberProperty("spent", book.spent());
                }));
    }

    Answer download(Call call) {
        var id = ids.asset(call.body().get("assetId").asString());
        return Answer.later(
                ports.library().assets().find(call.who().account(), id),
                found -> address(found.orElseThrow(ToolsIds::noAsset)));
    }

    private Answer address(Asset asset) {
        var addresses = ports.library().signed();
        // What somebody brought is saved, not shown: nobody knows what it holds.
        var signed = asset.maker() == null
                ? addresses.signDownload(asset, ADDRESS_LASTS)
                : addresses.sign(asset, ADDRESS_LASTS);
        var file = asset.file();
        return Data.object(json -> {
            json.writeStringProperty("url", signed.url());
            json.writeStringProperty("expiresAt", signed.expires().toString());
            json.writeStringProperty("contentType", file.contentType());
            json.writeNumberProperty("bytes", file.blob().bytes());
            json.writeStringProperty("sha256", file.blob().sha256());
            json.writeStringProperty("fileName", file.name());
        });
    }
}
