package dev.safelight.server.dialect.executions;

import dev.safelight.core.asset.Asset;
import dev.safelight.core.id.Id;
import dev.safelight.core.library.FileState;
import dev.safelight.core.library.StoredFile;
import dev.safelight.core.task.TaskId;
import dev.safelight.core.upload.NewUpload;
import dev.safelight.core.upload.Upload;
import dev.safelight.core.upload.Uploads;
import dev.safelight.server.asset.ShownType;
import dev.safelight.server.dialect.DialectPorts;
import dev.safelight.server.dialect.Facts;
import dev.safelight.server.dialect.ShownIds;

import org.jspecify.annotations.Nullable;

import tools.jackson.core.JsonGenerator;

import java.time.InstantSource;
import java.util.Locale;

/** Writes files as this dialect shows them. */
final class FileJson {
    private final FileSources sources;
    private final ShownIds ids;
    private final Uploads uploads;
    private final InstantSource clock;

    private FileJson(FileSources sources, ShownIds ids, Uploads uploads, InstantSource clock) {
        this.sources = sources;
        this.ids = ids;
        this.uploads = uploads;
        this.clock = clock;
    }

    /** Over what the dialect has. */
    static FileJson over(DialectPorts ports, ShownIds ids) {
        var library = ports.library();
        var sources = new FileSources(library.signed(), library.open(), library.assets());
        return new FileJson(
                sources, ids, ports.incoming().uploads(), ports.source().clock());
    }

    /** The execution that made a file. */
    record Origin(TaskId execution, String toolType) {}

    /** The two ways that stand beside a file as well as in it: signed once for both. */
    private record Ways(Source download, Source thumbnail) {}

    private Ways ways(StoredFile.Whole file, Facts facts) {
        return new Ways(sources.download(file.asset(), facts), sources.thumbnail(file, facts));
    }

    /** Writes one result of an execution. */
    void writeResult(JsonGenerator json, StoredFile.Whole file, Origin origin) {
        var asset = file.asset();
        var facts = Facts.read(asset.file().facts());
        var ways = ways(file, facts);
        json.writeStartObject();
        json.writeStringProperty("fileId", ids.of(asset.file().id()));
        json.writeStringProperty("type", FileType.of(asset.file().contentType()).name());
        writeAddresses(json, ways.download(), ways.thumbnail());
        json.writeObjectPropertyStart("file");
        writeMembers(json, file, facts, ways);
        writeOrigin(json, origin);
        json.writeEndObject();
        json.writeEndObject();
    }

    /** Writes the members of a file that is asked for by itself; nothing made an upload. */
    void write(JsonGenerator json, StoredFile.Whole file, @Nullable Origin origin) {
        writeTold(json, file, origin);
        writeAnalysis(json, file.state().study());
    }

    /** The same as a payload has it: its event tells how far the analysis is. */
    void writeTold(JsonGenerator json, StoredFile.Whole file, @Nullable Origin origin) {
        var facts = Facts.read(file.asset().file().facts());
        writeMembers(json, file, facts, ways(file, facts));
        if (origin != null) writeOrigin(json, origin);
    }

    private void writeMembers(JsonGenerator json, StoredFile.Whole file, Facts facts, Ways ways) {
        var asset = file.asset();
        var open = sources.open(file, facts);
        json.writeStringProperty("fileId", ids.of(asset.file().id()));
        json.writeStringProperty("type", FileType.of(asset.file().contentType()).name());
        writeName(json, asset.expires() != null, asset.file().name());
        writeText(json, "transcript", file.transcript());
        SourceJson.writeNumber(json, "durationSeconds", facts.seconds());
        SourceJson.write(json, "thumbnailSource", ways.thumbnail());
        SourceJson.write(json, "previewSource", sources.preview(file, facts));
        SourceJson.write(json, "downloadSource", ways.download());
        json.writeNullProperty("hlsSource");
        json.writeBooleanProperty("isPublicPreviewEnabled", open != null);
        if (open == null) json.writeNullProperty("staticPublicPreviewSource");
        else SourceJson.write(json, "staticPublicPreviewSource", open);
        json.writeNullProperty("publicHlsUrl");
        writeText(json, "publicPlaybackId", open == null ? null : playback(asset, file.state()));
        writeAddresses(json, ways.download(), ways.thumbnail());
    }

    /** By which a page of ours plays it; pictures have none. */
    private @Nullable String playback(Asset asset, FileState state) {
        Id preview = state.preview();
        return switch (ShownType.of(asset.file().contentType())) {
            case CLIP, SOUND -> preview == null ? null : ids.ofPreview(preview);
            case PICTURE, NEVER -> null;
        };
    }

    /** Writes the members of a file whose bytes are not there. */
    void write(JsonGenerator json, Upload upload) {
        writeTold(json, upload);
        writeAnalysis(json, mayCome(upload) ? FileState.Study.WAITING : FileState.Study.FAILED);
    }

    /** The same as a payload has it. */
    void writeTold(JsonGenerator json, Upload upload) {
        var wish = upload.what().wish();
        var source = mayCome(upload) ? Source.None.PENDING : Source.None.FAILED;
        json.writeStringProperty("fileId", ids.of(upload.what().id()));
        writeText(json, "type", wish.kind() == null ? null : wish.kind().toUpperCase(Locale.ROOT));
        writeName(json, wish.temporary(), wish.name());
        writeText(json, "transcript", wish.transcript());
        json.writeNullProperty("durationSeconds");
        SourceJson.write(json, "thumbnailSource", ifPicture(wish, source));
        SourceJson.write(json, "previewSource", source);
        SourceJson.write(json, "downloadSource", source);
        json.writeNullProperty("hlsSource");
        json.writeBooleanProperty("isPublicPreviewEnabled", false);
        json.writeNullProperty("staticPublicPreviewSource");
        json.writeNullProperty("publicHlsUrl");
        json.writeNullProperty("publicPlaybackId");
        writeAddresses(json, source, source);
    }

    /** What began to come in time may come later. */
    private boolean mayCome(Upload upload) {
        if (upload.isOpen(clock.instant())) return true;
        return upload.refused() == null && uploads.isComing(upload.what().id());
    }

    /** Before the bytes are there, only what the caller said of them tells. */
    private static Source ifPicture(NewUpload.Wish wish, Source source) {
        String kind = wish.kind();
        return kind == null || kind.equals("image") ? source : Source.None.SKIPPED;
    }

    private static void writeName(JsonGenerator json, boolean temporary, String name) {
        json.writeStringProperty("scope", temporary ? "TEMPORARY" : "GLOBAL");
        json.writeStringProperty("displayName", name);
        json.writeNullProperty("description");
    }

    private void writeOrigin(JsonGenerator json, Origin origin) {
        json.writeStringProperty("sourceToolType", origin.toolType());
        json.writeStringProperty("sourceToolExecutionId", ids.of(origin.execution()));
    }

    private static void writeAddresses(JsonGenerator json, Source download, Source thumbnail) {
        SourceJson.writeAddress(json, "downloadUrl", "downloadUrlExpiresAt", download);
        SourceJson.writeAddress(json, "thumbnailUrl", "thumbnailUrlExpiresAt", thumbnail);
    }

    private static void writeAnalysis(JsonGenerator json, FileState.Study study) {
        json.writeObjectPropertyStart("fileAnalysisMetadata");
        json.writeStringProperty("analysisLoadingState", state(study));
        json.writeNumberProperty(
                "analysisProgressPercentage", study == FileState.Study.DONE ? 100 : 0);
        json.writeEndObject();
    }

    private static String state(FileState.Study study) {
        return switch (study) {
            case WAITING -> "LOADING";
            case DONE -> "FULFILLED";
            case FAILED -> "REJECTED";
            case NONE -> "UNATTEMPTED";
        };
    }

    private static void writeText(JsonGenerator json, String name, @Nullable String text) {
        if (text == null) json.writeNullProperty(name);
        else json.writeStringProperty(name, text);
    }
}
