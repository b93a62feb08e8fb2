package dev.safelight.server.dialect.executions;

import dev.safelight.core.asset.Asset;
import dev.safelight.core.task.TaskId;
import dev.safelight.server.asset.AssetAddresses;
import dev.safelight.server.dialect.Facts;
import dev.safelight.server.dialect.KnownAssets;
import dev.safelight.server.dialect.ShownIds;
import dev.safelight.server.http.SignedAddresses;

import org.jspecify.annotations.Nullable;

import tools.jackson.core.JsonGenerator;

import java.math.BigDecimal;
import java.time.Duration;

/** Writes files as this dialect shows them, under addresses that are signed for a week. */
final class FileJson {
    private static final Duration ADDRESS_LASTS = Duration.ofDays(7);
    private final AssetAddresses addresses;
    private final KnownAssets assets;
    private final ShownIds ids;

    FileJson(AssetAddresses addresses, KnownAssets assets, ShownIds ids) {
        this.addresses = addresses;
        this.assets = assets;
        this.ids = ids;
    }

    /** The execution that made a file. */
    record Origin(TaskId execution, String toolType) {}

    /**
     * What is written of one file. One that has expired has no address any more.
     *
     * @param address where it is shown in a page
     * @param download where it is saved
     */
    private record Shown(
            Asset asset,
            SignedAddresses.@Nullable Signed address,
            SignedAddresses.@Nullable Signed download,
            Facts facts) {
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
        boolean there = assets.isThere(asset);
        return new Shown(
                asset,
                there ? addresses.sign(asset, ADDRESS_LASTS) : null,
                there ? addresses.signDownload(asset, ADDRESS_LASTS) : null,
                Facts.read(asset.file().facts()));
    }

    private void writeMembers(JsonGenerator json, Shown file, @Nullable Origin origin) {
        var asset = file.asset();
        json.writeStringProperty("fileId", ids.of(asset.file().id()));
        json.writeStringProperty("type", FileType.of(file.contentType()).name());
        json.writeStringProperty("scope", asset.expires() == null ? "GLOBAL" : "TEMPORARY");
        json.writeStringProperty("displayName", asset.file().name());
        json.writeNullProperty("description");
        json.writeNullProperty("transcript");
        writeNumber(json, "durationSeconds", file.facts().seconds());
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

    private static void writeNumber(JsonGenerator json, String name, @Nullable BigDecimal number) {
        json.writeName(name);
        if (number == null) json.writeNull();
        else json.writeNumber(number);
    }

    private static String status(Shown file, SignedAddresses.@Nullable Signed address) {
        if (file.download() == null) return "failed";
        return address == null ? "skipped" : "ready";
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

    /** A source that is not for files of this type is skipped; without its bytes it has failed. */
    private static void writeSource(
            JsonGenerator json, String name, Shown file, SignedAddresses.@Nullable Signed address) {
        json.writeObjectPropertyStart(name);
        json.writeStringProperty("status", status(file, address));
        writeAddress(json, "url", "expiresAt", address);
        if (address == null) {
            json.writeNullProperty("width");
            json.writeNullProperty("height");
            json.writeNullProperty("fileBytes");
        } else {
            writeNumber(json, "width", file.facts().width());
            writeNumber(json, "height", file.facts().height());
            json.writeNumberProperty("fileBytes", file.asset().file().blob().bytes());
        }
        json.writeEndObject();
    }
}
