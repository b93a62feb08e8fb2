package dev.safelight.store.sqlite.rows;

import dev.safelight.core.id.AccountId;
import dev.safelight.core.id.KeyId;
import dev.safelight.core.search.IndexedFile;
import dev.safelight.core.search.WordQuery;
import dev.safelight.store.sql.Statement;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.function.Function;

/**
 * What files are found by: a row with vectors, and words in the full-text index. Every word stands
 * there behind the number of its account, so a question can name no other account's words, and
 * nothing of another account has a part in its answer.
 */
public final class SearchTable {
    private final Function<String, Statement> statements;

    /**
     * @param statements prepared by name when they are first needed: most batches need none
     */
    public SearchTable(Function<String, Statement> statements) {
        this.statements = statements;
    }

    /** Adds to a file, in place of what was there, unless it is not to be found. */
    public void write(IndexedFile file) {
        switch (file) {
            case IndexedFile.ByWords words ->
                statements
                        .apply("write-words")
                        .bind(Bytes.of(words.id().id()))
                        .bind(terms(words))
                        .run();
            case IndexedFile.ByMeaning(var id, var maker, var vectors) -> {
                var row = statements.apply("write-searchable").bind(Bytes.of(id.id()));
                if (maker == null) row.bindNull();
                else row.bind(maker.number());
                row.bind(vectors.bytes()).run();
            }
        }
    }

    private static String terms(IndexedFile.ByWords file) {
        var account = file.account();
        var terms = new ArrayList<String>();
        var key = file.maker();
        if (key != null) terms.add(term(account, key));
        file.words().stream().sorted().map(word -> term(account, word)).forEach(terms::add);
        return String.join(" ", terms);
    }

    /** The digits of the account end at a letter, so no two accounts share a term. */
    private static String term(AccountId account, String word) {
        return account.number() + "w" + word;
    }

    private static String term(AccountId account, KeyId key) {
        return account.number() + "k" + key.number();
    }

    /**
     * What the full-text index is asked: every term in quotes, so that nothing a caller writes is
     * syntax.
     */
    public static String match(AccountId account, @Nullable KeyId maker, WordQuery words) {
        var terms = new ArrayList<String>();
        if (maker != null) terms.add(quoted(term(account, maker)));
        for (var word : words.whole()) terms.add(quoted(term(account, word)));
        for (var word : words.beginnings()) terms.add(quoted(term(account, word)) + " *");
        return String.join(" AND ", terms);
    }

    private static String quoted(String term) {
        return '"' + term.replace("\"", "\"\"") + '"';
    }

    /** A file is not found any more; one that never was makes no difference. */
    public void remove(long asset) {
        statements.apply("end-searchable").bind(asset).run();
        statements.apply("delete-words").bind(asset).run();
    }

    /** Everything of its lane up to this file was looked at. */
    public void upTo(IndexPlace place) {
        statements.apply("indexed-up-to").bind(place.lane()).bind(place.file()).run();
    }
}
