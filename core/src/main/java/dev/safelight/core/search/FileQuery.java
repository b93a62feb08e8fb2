package dev.safelight.core.search;

import dev.safelight.core.id.AccountId;
import dev.safelight.core.id.KeyId;

import org.jspecify.annotations.Nullable;

/**
 * What a caller looks for among the files of an account.
 *
 * @param text at most {@value #LONGEST_TEXT} characters, in the caller's own words; no syntax
 * @param limit how many are wanted: 1 to {@value #MOST}
 * @param maker only those that this key brought or asked for, or null for all
 */
public record FileQuery(
        AccountId account, String text, int limit, @Nullable KeyId maker) {
    public static final int MOST = 100;
    public static final int LONGEST_TEXT = 10_000;

    public FileQuery {
        if (limit < 1 || limit > MOST) throw new IllegalArgumentException("limit " + limit);
        int characters = text.codePointCount(0, text.length());
        if (characters > LONGEST_TEXT)
            throw new IllegalArgumentException("a text of " + characters + " characters");
    }
}
