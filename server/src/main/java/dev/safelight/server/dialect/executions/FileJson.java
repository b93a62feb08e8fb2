package dev.safelight.server.dialect.executions;

import dev.safelight.core.asset.Asset;
import dev.safelight.core.task.TaskId;
import dev.safelight.server.asset.AssetAddresses;
import dev.safelight.server.dialect.ShownIds;
import dev.safelight.server.http.SignedAddresses;

import org.jspecify.annotations.Nullable;

import tools.jackson.core.JsonGenerator;

import java.time.Duration;

/** Writes files as this dialect shows them, under addresses that are signed for a week. */
final class FileJson {
    private static final Duration ADDRESS_LASTS = Duration.ofDays(7);
    private final AssetAddresses addresses;
    private final ShownIds ids;

    FileJson(AssetAddresses addresses, ShownIds ids) {
        this.addresses = addresses;
        this.ids = ids;
    }

    /** The execution that made a file. */
    record Origin(TaskId execution, String toolType) {}

    /** What is written of one file. */
    private record Shown(Asset asset, SignedAddresses.Signed address, FileFacts facts) {
        String contentType() {
            return asset.file().contentType();
        }
    }

    /** Writes one result of an execution. */
    void writeResult(JsonGenerator json, Asset asset, Origin origin) {
        var file = shown(asset);
        json.writeStartObject();
        json.writeStringProperty("fileId", ids.of(asset.file().id()));
        json.writeStringProperty("type", FileType.of(file.contentType()).name());
        writeAddresses(json, file);
        json.writeObjectPropertyStart("file");
        writeMembers(json, file, origin);
        json.writeEndObject();
        json.writeEndObject();
    }

    /** Writes the members of a file that is asked for by itself. */
    void write(JsonGenerator json, Asset asset) {
        writeMembers(json, shown(asset), null);
        json.writeObjectPropertyStart("fileAnalysisMetadata");
        json.writeStringProperty("analysisLoadingState", "UNATTEMPTED");
        json.writeNumberProperty("analysisProgressPercentage", 0);
        json.writeEndObject();
    }

    private Shown shown(Asset asset) {
        return new Shown(asset, addresses.sign(asset, ADDRESS_LASTS), FileFacts.of(asset));
    }

    private void writeMembers(JsonGenerator json, Shown file, @Nullable Origin origin) {
        var asset = file.asset();
        json.writeStringProperty("fileId", ids.of(asset.file().id()));
        json.writeStringProperty("type", FileType.of(file.contentType()).name());
        json.writeStringProperty("scope", asset.expires() == null ? "GLOBAL" : "TEMPORARY");
        json.writeStringProperty("displayName", asset.file().name());
        json.writeNullProperty("description");
        json.writeNullProperty("transcript");
        file.facts().write(json, "durationSeconds", "seconds");
        writeSource(json, "thumbnailSource", file, FileType.hasThumbnail(file.contentType()));
        writeSource(json, "previewSource", file, FileType.hasPreview(file.contentType()));
        writeSource(json, "downloadSource", file, true);
        json.writeNullProperty("hlsSource");
        json.writeBooleanProperty("isPublicPreviewEnabled", false);
        json.writeNullProperty("staticPublicPreviewSource");
        json.writeNullProperty("publicHlsUrl");
        json.writeNullProperty("publicPlaybackId");
        writeAddresses(json, file);
        if (origin == null) return;
        json.writeStringProperty("sourceToolType", origin.toolType());
        json.writeStringProperty("sourceToolExecutionId", ids.of(origin.execution()));
    }

    private static void writeAddresses(JsonGenerator json, Shown file) {
        writeAddress(json, "downloadUrl", file, true);
        writeAddress(json, "thumbnailUrl", file, FileType.hasThumbnail(file.contentType()));
    }

    private static void writeAddress(JsonGenerator json, String name, Shown file, boolean has) {
        if (has) {
            json.writeStringProperty(name, file.address().url());
            json.writeNumberProperty(name + "ExpiresAt", expiry(file));
        } else {
            json.writeNullProperty(name);
            json.writeNullProperty(name + "ExpiresAt");
        }
    }

    private static void writeSource(JsonGenerator json, String name, Shown file, boolean has) {
        json.writeObjectPropertyStart(name);
        json.writeStringProperty("status", has ? "ready" : "skipped");
        if (has) {
            json.writeStringProperty("url", file.address().url());
            json.writeNumberProperty("expiresAt", expiry(file));
            file.facts().write(json, "width", "width");
            file.facts().write(json, "height", "height");
            json.writeNumberProperty("fileBytes", file.asset().file().blob().bytes());
        } else {
            json.writeNullProperty("url");
            json.writeNullProperty("expiresAt");
            json.writeNullProperty("width");
            json.writeNullProperty("height");
            json.writeNullProperty("fileBytes");
        }
        json.writeEndObject();
    }

    private static long expiry(Shown file) {
        return file.address().expires().getEpochSecond();
    }
}
