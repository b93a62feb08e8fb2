package dev.safelight.store.sqlite.reads;

import dev.safelight.core.asset.AssetId;
import dev.safelight.core.asset.Rendition;
import dev.safelight.core.id.AccountId;
import dev.safelight.core.id.Cursor;
import dev.safelight.core.id.Id;
import dev.safelight.core.id.KeyId;
import dev.safelight.core.library.Files.FilePage;
import dev.safelight.core.library.StoredFile;
import dev.safelight.store.sql.Query;
import dev.safelight.store.sqlite.reads.FileColumns.Found;
import dev.safelight.store.sqlite.reads.FileColumns.Part;
import dev.safelight.store.sqlite.rows.Bytes;
import dev.safelight.store.sqlite.rows.InList;
import dev.safelight.store.sqlite.rows.NameTable;
import dev.safelight.store.sqlite.rows.Places;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;

/** An account's files as of the last commit. */
public final class FileReads {
    private static final ReadPool.Question<Long> STRETCH =
            ReadPool.Question.named("stretch-of-files", columns -> row -> row.number(1));
    private static final ReadPool.Question<Part> RENDITIONS =
            ReadPool.Question.named("renditions", Part::over);
    private static final ReadPool.Question<Part> RENDITION =
            ReadPool.Question.named("rendition", Part::over);

    private final ReadPool pool;
    private final long stretch;
    private final ReadPool.Question<Found> one;
    private final ReadPool.Question<Found> some;
    private final ReadPool.Question<Found> ofAccount;
    private final ReadPool.Question<Found> open;

    /**
     * @param stretch how many of an account's files one read for those of one key looks at
     */
    public FileReads(ReadPool pool, NameTable names, long stretch) {
        this.pool = pool;
        this.stretch = stretch;
        one = question("file", names);
        some = question("files", names);
        ofAccount = question("files-of-account", names);
        open = question("public-file", names);
    }

    private static ReadPool.Question<Found> question(String which, NameTable names) {
        String sql = "SELECT " + ReadPool.fragment("file-columns") + " WHERE ";
        return ReadPool.Question.sql(
                sql + ReadPool.fragment(which), columns -> FileColumns.over(columns, names));
    }

    public CompletableFuture<Optional<StoredFile>> find(AccountId account, AssetId id) {
        return pool.read(reader -> {
            Optional<StoredFile> whole = whole(reader, account, id).map(file -> file);
            if (whole.isPresent()) return whole;
            var upload = UploadReads.find(reader, id);
            if (upload != null && upload.what().account().equals(account))
                return Optional.of(new StoredFile.Missing(upload));
            // Its bytes may have come between the two reads.
            return whole(reader, account, id).map(file -> file);
        });
    }

    public CompletableFuture<Optional<StoredFile.Whole>> findWhole(AccountId account, AssetId id) {
        return pool.read(reader -> whole(reader, account, id));
    }

    private Optional<StoredFile.Whole> whole(
            ReadPool.Reader reader, AccountId account, AssetId id) {
        return one(reader, reader.ask(one).bind(Bytes.of(id.id())).bind(account.number()));
    }

    private static Optional<StoredFile.Whole> one(ReadPool.Reader reader, Query<Found> query) {
        return complete(reader, query.all()).stream().findFirst();
    }

    public CompletableFuture<List<StoredFile.Whole>> findAll(AccountId account, Set<AssetId> ids) {
        return pool.read(reader -> {
            var found = new ArrayList<Found>();
            InList.each(
                    reader.ask(some),
                    List.copyOf(ids),
                    query -> query.bind(account.number()),
                    (query, id) -> query.bind(Bytes.of(id.id())),
                    found::add);
            return complete(reader, found);
        });
    }

    /**
     * The files of an account that are listed.
     *
     * @param maker whose key brought or asked for them, or null for all
     * @param alive one that had expired by then is left out
     */
    public CompletableFuture<FilePage> list(
            AccountId account,
            @Nullable KeyId maker,
            Instant alive,
            @Nullable Cursor after,
            int limit) {
        return Pages.after(
                after,
                below -> pool.read(reader -> {
                    Long end = maker == null ? null : end(reader, account, below);
                    var query = reader.ask(ofAccount).bind(account.number()).bind(below);
                    query.bind(alive.toEpochMilli()).bind(maker == null ? null : maker.number());
                    query.bind(limit + 1L).bind(end == null ? Long.MIN_VALUE : end);
                    return page(reader, query.all(), limit, end);
                }));
    }

    /** The last place of the stretch below this one; null where the account has no more. */
    private @Nullable Long end(ReadPool.Reader reader, AccountId account, long below) {
        var query = reader.ask(STRETCH).bind(account.number()).bind(below);
        return query.bind(stretch - 1).first();
    }

    private static FilePage page(
            ReadPool.Reader reader, List<Found> found, int limit, @Nullable Long end) {
        var files = complete(reader, found.subList(0, Math.min(limit, found.size())));
        int length = FilePage.fitting(files);
        if (length < found.size())
            return new FilePage(
                    files.subList(0, length), Places.of(found.get(length - 1).turn()));
        return new FilePage(files, end == null ? null : Places.of(end));
    }

    /** A smaller picture of a file, whoever's it is. */
    public CompletableFuture<Optional<Rendition>> rendition(AssetId id, Rendition.Size size) {
        return pool.read(reader ->
                reader.ask(RENDITION).bind(Bytes.of(id.id())).bind(size.code()).all().stream()
                        .map(Part::rendition)
                        .findFirst());
    }

    public CompletableFuture<Optional<StoredFile.Whole>> findPublic(Id preview, Instant alive) {
        return pool.read(reader -> {
            var query = reader.ask(open).bind(Bytes.of(preview));
            return one(reader, query.bind(alive.toEpochMilli()));
        });
    }

    /** With their renditions, in the order in which they were found. */
    private static List<StoredFile.Whole> complete(ReadPool.Reader reader, List<Found> found) {
        Map<Long, List<Rendition>> renditions = new HashMap<>();
        InList.each(
                reader.ask(RENDITIONS),
                found,
                none -> {},
                (query, file) -> query.bind(file.row()),
                part -> renditions
                        .computeIfAbsent(part.file(), file -> new ArrayList<>())
                        .add(part.rendition()));
        return found.stream()
                .map(file -> file.with(renditions.getOrDefault(file.row(), List.of())))
                .toList();
    }
}
