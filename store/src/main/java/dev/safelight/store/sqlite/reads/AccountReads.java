package dev.safelight.store.sqlite.reads;

import dev.safelight.core.account.Account;
import dev.safelight.core.account.AccountHandle;
import dev.safelight.core.account.Usage;
import dev.safelight.core.id.AccountId;
import dev.safelight.core.id.Cursor;
import dev.safelight.core.id.Page;
import dev.safelight.store.sqlite.rows.AccountColumns;
import dev.safelight.store.sqlite.rows.Bytes;

import org.jspecify.annotations.Nullable;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** Accounts as of the last commit. */
public final class AccountReads {
    private static final ReadPool.Question<Account> BY_NUMBER =
            ReadPool.Question.named("account", AccountColumns::over);
    private static final ReadPool.Question<Account> BY_ID =
            ReadPool.Question.named("account-by-id", AccountColumns::over);
    private static final ReadPool.Question<Account> ALL =
            ReadPool.Question.named("accounts", AccountColumns::over);

    private static final ReadPool.Question<Usage> USAGE =
            ReadPool.Question.named("usage", columns -> {
                int live = columns.at("live");
                int bytes = columns.at("bytes");
                return row -> new Usage(row.number(live), row.number(bytes));
            });

    private final ReadPool pool;

    public AccountReads(ReadPool pool) {
        this.pool = pool;
    }

    public CompletableFuture<Page<Account>> list(@Nullable Cursor after, int limit) {
        return Pages.after(
                after,
                below -> pool.read(reader -> {
                    var query = reader.ask(ALL).bind(below).bind(limit + 1L);
                    return Pages.of(
                            query.all(), limit, account -> account.number().number());
                }));
    }

    public CompletableFuture<Optional<Account>> find(AccountHandle account) {
        return pool.read(reader -> Optional.ofNullable(
                reader.ask(BY_ID).bind(Bytes.of(account.id())).first()));
    }

    public CompletableFuture<Optional<Account>> find(AccountId account) {
        return pool.read(reader ->
                Optional.ofNullable(reader.ask(BY_NUMBER).bind(account.number()).first()));
    }

    public CompletableFuture<Usage> usage(AccountId account) {
        return pool.read(reader ->
                reader.ask(USAGE).bind(account.number()).bind(account.number()).one());
    }
}
