package dev.safelight.bench.search;

import dev.safelight.bench.store.OpenStore;
import dev.safelight.bench.store.Sqlite;
import dev.safelight.core.access.Principal;
import dev.safelight.core.search.Vectors;
import dev.safelight.media.meaning.Meaning;
import dev.safelight.store.sql.Db;
import dev.safelight.store.sql.Statement;

import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;

/** Files of one account, and a tenth as many of another's between them. */
final class SyntheticFiles {
    private static final int WORDS = 12;
    private static final int VOCABULARY = 5_000;
    private static final int SLICE = 5_000;

    private final Db db;
    private final Statement asset;
    private final Statement row;
    private final Statement words;
    private final Random random = new Random(1);
    private long number;

    private SyntheticFiles(Db db) {
        this.db = db;
        asset = db.prepare("INSERT INTO asset(n, id, account, digest, bytes, type, name, meta,"
                + " created) VALUES(?1,?2,?3,?2,1,'image/png','a.png','{}',0)");
        row = db.prepare("INSERT INTO searchable(place, asset, id, account, key, vectors, again)"
                + " VALUES(?1,?1,?2,?3,?4,?5,0)");
        words = db.prepare("INSERT INTO file_word(rowid, words) VALUES(?,?)");
    }

    /** Fills a fresh store; says whose the files are. */
    static Principal write(Path file, int files) {
        List<Principal> accounts;
        try (var open = new OpenStore(file)) {
            accounts = open.populate(0).subList(0, 2);
        }
        try (var db = Sqlite.open(
                file, "synchronous=OFF", "wal_autocheckpoint=20000", "cache_size=-200000")) {
            var writer = new SyntheticFiles(db);
            writer.fill(accounts, files);
            db.number("PRAGMA wal_checkpoint(TRUNCATE)");
        }
        return accounts.getFirst();
    }

    private void fill(List<Principal> accounts, int files) {
        db.script("BEGIN;\n");
        for (int i = 0; i < files; i++) {
            write(accounts.getFirst());
            if (i % 10 == 0) write(accounts.getLast());
            if (i % SLICE == SLICE - 1) db.script("COMMIT;\nBEGIN;\n");
        }
        db.script("UPDATE clock SET asset=" + number + ";\n");
        db.script("UPDATE indexing SET file=" + number + ";\nCOMMIT;\n");
    }

    private void write(Principal owner) {
        long account = owner.account().number();
        var id = ByteBuffer.allocate(16)
                .putLong(++number << 16)
                .putLong(random.nextLong())
                .array();
        asset.bind(number).bind(id).bind(account).runOne();
        row.bind(number).bind(id).bind(account).bind(owner.key().number());
        row.bind(Vectors.of(List.of(vector())).bytes()).runOne();
        words.bind(number).bind(words(account)).runOne();
    }

    private float[] vector() {
        var vector = new float[Meaning.DIMENSIONS];
        double squares = 0;
        for (int at = 0; at < vector.length; at++) {
            vector[at] = (float) random.nextGaussian();
            squares += vector[at] * vector[at];
        }
        for (int at = 0; at < vector.length; at++) vector[at] /= (float) Math.sqrt(squares);
        return vector;
    }

    /** Some words are far more frequent than others. */
    private String words(long account) {
        var text = new StringBuilder();
        for (int i = 0; i < WORDS; i++) {
            double place = Math.pow(random.nextDouble(), 3) * VOCABULARY;
            text.append(account).append("wword").append((int) place).append(' ');
        }
        return text.toString();
    }
}
