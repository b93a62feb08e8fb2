package dev.safelight.store.sqlite.reads;

import dev.safelight.core.asset.Asset;
import dev.safelight.core.asset.Rendition;
import dev.safelight.core.library.FileState;
import dev.safelight.core.library.StoredFile;
import dev.safelight.core.task.TaskId;
import dev.safelight.core.tool.ToolName;
import dev.safelight.store.sql.Columns;
import dev.safelight.store.sql.Query;
import dev.safelight.store.sqlite.rows.AssetColumns;
import dev.safelight.store.sqlite.rows.Bytes;
import dev.safelight.store.sqlite.rows.NameTable;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Reads a file with what may change of it; its renditions are rows of their own. */
final class FileColumns {
    private FileColumns() {}

    /**
     * A file but for its renditions.
     *
     * @param turn its place in the order of updates
     */
    record Found(
            long row,
            long turn,
            Asset asset,
            FileState state,
            @Nullable String transcript,
            StoredFile.@Nullable Maker maker) {
        StoredFile.Whole with(List<Rendition> renditions) {
            var complete = new FileState(
                    state.updated(), state.archived(), state.preview(), state.study(), renditions);
            return new StoredFile.Whole(asset, complete, transcript, maker);
        }
    }

    /** A rendition, and whose it is. */
    record Part(long file, Rendition rendition) {
        static Query.Reader<Part> over(Columns columns) {
            int file = columns.at("asset");
            int size = columns.at("size");
            int type = columns.at("type");
            int width = columns.at("width");
            int height = columns.at("height");
            var blob = AssetColumns.blob(columns);
            return row -> {
                var rendition = new Rendition(
                        Rendition.Size.of(row.integer(size)),
                        blob.read(row),
                        row.text(type),
                        row.integer(width),
                        row.integer(height));
                return new Part(row.number(file), rendition);
            };
        }
    }

    static Query.Reader<Found> over(Columns columns, NameTable names) {
        int number = columns.at("n");
        int turn = columns.at("turn");
        int transcript = columns.at("transcript");
        var asset = AssetColumns.over(columns);
        var state = state(columns);
        var maker = maker(columns, names);
        return row -> new Found(
                row.number(number),
                row.number(turn),
                asset.read(row),
                state.read(row),
                row.textOrNull(transcript),
                maker.read(row).orElse(null));
    }

    private static Query.Reader<Optional<StoredFile.Maker>> maker(
            Columns columns, NameTable names) {
        int task = columns.at("maker");
        int tool = columns.at("tool");
        int model = columns.at("model");
        return row -> Optional.ofNullable(row.bytesOrNull(task))
                .map(id -> new StoredFile.Maker(
                        new TaskId(Bytes.id(id)),
                        new ToolName(names.text(row.number(tool))),
                        names.text(row.number(model))));
    }

    private static Query.Reader<FileState> state(Columns columns) {
        int created = columns.at("created");
        int updated = columns.at("updated");
        int archived = columns.at("archived");
        int preview = columns.at("preview");
        var study = study(columns);
        return row -> {
            Long changed = row.numberOrNull(updated);
            byte[] shown = row.bytesOrNull(preview);
            return new FileState(
                    Instant.ofEpochMilli(changed == null ? row.number(created) : changed),
                    row.numberOrNull(archived) != null,
                    shown == null ? null : Bytes.id(shown),
                    study.read(row),
                    List.of());
        };
    }

    private static Query.Reader<FileState.Study> study(Columns columns) {
        int number = columns.at("n");
        int expires = columns.at("expires");
        int unreadable = columns.at("unreadable");
        int studied = columns.at("studied");
        return row -> {
            if (row.numberOrNull(expires) != null) return FileState.Study.NONE;
            if (row.numberOrNull(unreadable) != null) return FileState.Study.FAILED;
            boolean isPassed = row.number(number) <= row.number(studied);
            return isPassed ? FileState.Study.DONE : FileState.Study.WAITING;
        };
    }
}
