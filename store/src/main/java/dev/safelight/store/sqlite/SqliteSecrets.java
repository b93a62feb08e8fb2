package dev.safelight.store.sqlite;

import dev.safelight.core.access.Secrets;
import dev.safelight.store.sqlite.rows.Directory;
import dev.safelight.store.sqlite.writer.Writer;

import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.random.RandomGenerator;

/** Secrets: looked up in memory, drawn within a batch. */
final class SqliteSecrets implements Secrets {
    private static final int LENGTH = 32;
    private final Writer writer;
    private final Directory directory;
    private final RandomGenerator random;

    SqliteSecrets(Writer writer, Directory directory, RandomGenerator random) {
        this.writer = writer;
        this.directory = directory;
        this.random = random;
    }

    @Override
    public List<Secret> all(String purpose) {
        return directory.secrets(purpose);
    }

    @Override
    public CompletableFuture<Secret> rotate(String purpose) {
        byte[] bytes = new byte[LENGTH];
        random.nextBytes(bytes);
        String hex = HexFormat.of().formatHex(bytes);
        return writer.rare(tx -> {
            var have = directory.secrets(purpose);
            int number = have.isEmpty() ? 1 : have.getFirst().number() + 1;
            var insert = tx.prepare("insert-secret");
            insert.bind(purpose).bind((long) number).bind(hex);
            insert.bind(tx.now().toEpochMilli()).runOne();
            var secret = new Secret(number, hex);
            tx.afterCommit(() -> directory.learn(purpose, secret));
            return secret;
        });
    }
}
