package dev.safelight.server.dialect.tools;

import dev.safelight.core.asset.Asset;
import dev.safelight.core.asset.AssetId;
import dev.safelight.core.upload.NewUpload;
import dev.safelight.core.upload.UploadName;
import dev.safelight.server.dialect.DialectPorts;
import dev.safelight.server.http.face.Answer;
import dev.safelight.server.http.face.Call;

import tools.jackson.core.JsonGenerator;

/** {@code POST /api/v1/assets}: takes the bytes of a file as they come. */
final class UploadOperation {
    private final DialectPorts ports;
    private final ToolsIds ids;

    UploadOperation(DialectPorts ports, ToolsIds ids) {
        this.ports = ports;
        this.ids = ids;
    }

    Answer bring(Call call) {
        var who = call.who();
        var id = new AssetId(ports.source().ids().next(who.account().number()));
        var asked = call.body();
        var wish = new NewUpload.Wish(
                UploadName.of(asked.path("name").asString("")),
                null,
                asked.path("temporary").asBoolean(false),
                null);
        // Too long for an address: the body begins with it.
        int transcript = asked.path("transcriptBytes").asInt(0);
        var what = new NewUpload(id, who.account(), who.key(), call.text(), wish);
        return Answer.later(
                ports.incoming().intake().take(call.upload(), what, transcript),
                asset -> Data.object(json -> write(json, asset)));
    }

    private void write(JsonGenerator json, Asset asset) {
        var file = asset.file();
        json.writeStringProperty("assetId", ids.shown().of(file.id()));
        json.writeStringProperty("fileName", file.name());
        json.writeStringProperty("contentType", file.contentType());
        json.writeNumberProperty("bytes", file.blob().bytes());
        json.writeStringProperty("sha256", file.blob().sha256());
        json.writeStringProperty("createdAt", asset.created().toString());
        var expires = asset.expires();
        if (expires != null) json.writeStringProperty("expiresAt", expires.toString());
        json.writeName("facts");
        json.writeRawValue(file.facts());
    }
}
