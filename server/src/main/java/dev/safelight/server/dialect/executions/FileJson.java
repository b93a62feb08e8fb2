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

    /**
     * The execution that made a file.
     *
     * @param temporary whether its caller wanted it for a while only
     */
    record Origin(TaskId execution, String toolType, boolean temporary) {}

    /**
     * What is written of one file.
     *
     * @param address where it is shown in a page
     * @param download where it is saved
     */
    private record Shown(
            Asset asset,
            SignedAddresses.Signed address,
            SignedAddresses.Signed download,
            FileFacts facts) {
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

    /** Writes the members of a file that is asked for by itself; nothing made an upload. */
    void write(JsonGenerator json, Asset asset, @Nullable Origin origin) {
        writeMembers(json, shown(asset), origin);
        json.writeObjectPropertyStart("fileAnalysisMetadata");
        json.writeStringProperty("analysisLoadingState", "UNATTEMPTED");
        json.writeNumberProperty("analysisProgressPercentage", 0);
        json.writeEndObject();
    }

    private Shown shown(Asset asset) {
        return new Shown(
                asset,
                addresses.sign(asset, ADDRESS_LASTS),
                addresses.signDownload(asset, ADDRESS_LASTS),
                FileFacts.of(asset));
    }

    private void writeMembers(JsonGenerator json, Shown file, @Nullable Origin origin) {
        var asset = file.asset();
        json.writeStringProperty("fileId", ids.of(asset.file().id()));
        json.writeStringProperty("type", FileType.of(file.contentType()).name());
        json.writeStringProperty(
                "scope", origin != null && origin.temporary() ? "TEMPORARY" : "GLOBAL");
        json.writeStringProperty("displayName", asset.file().name());
        json.writeNullProperty("description");
        json.writeNullProperty("transcript");
        file.facts().write(json, "durationSeconds", "seconds");
        writeSource(json, "thumbnailSource", file, thumbnail(file));
        writeSource(json, "previewSource", file, preview(file));
        writeSource(json, "downloadSource", file, file.download());
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

    private static SignedAddresses.@Nullable Signed thumbnail(Shown file) {
        return FileType.hasThumbnail(file.contentType()) ? file.address() : null;
    }

    private static SignedAddresses.@Nullable Signed preview(Shown file) {
        return FileType.hasPreview(file.contentType()) ? file.address() : null;
    }

    private static void writeAddresses(JsonGenerator json, Shown file) {
        writeAddress(json, "downloadUrl", "downloadUrlExpiresAt", file.download());
        writeAddress(json, "thumbnailUrl", "thumbnailUrlExpiresAt", thumbnail(file));
    }

    /** Two members, null where there is no address. */
    private static void writeAddress(
            JsonGenerator json, String url, String end, SignedAddresses.@Nullable Signed address) {
        if (address == null) {
            json.writeNullProperty(url);
            json.writeNullProperty(end);
        } else {
            json.writeStringProperty(url, address.url());
            json.writeNumberProperty(end, address.expires().getEpochSecond());
        }
    }

    /** A source that is not for files of this type is skipped. */
    private static void writeSource(
            JsonGenerator json, String name, Shown file, SignedAddresses.@Nullable Signed address) {
        json.writeObjectPropertyStart(name);
        json.writeStringProperty("status", address == null ? "skipped" : "ready");
        writeAddress(json, "url", "expiresAt", address);
        if (address == null) {
            json.writeNullProperty("width");
            json.writeNullProperty("height");
            json.writeNullProperty("fileBytes");
        } else {
            file.facts().write(json, "width", "width");
            file.facts().write(json, "height", "height");
            json.writeNumberProperty("fileBytes", file.asset().file().blob().bytes());
        }
        json.writeEndObject();
    }
}
