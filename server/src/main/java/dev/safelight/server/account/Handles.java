package dev.safelight.server.account;

import dev.safelight.core.account.AccountHandle;
import dev.safelight.core.account.KeyHandle;
import dev.safelight.server.dialect.IdKind;
import dev.safelight.server.dialect.IdPrefixes;
import dev.safelight.server.dialect.IdSpellings;
import dev.safelight.server.http.problem.ProblemCode;
import dev.safelight.server.http.problem.Refusal;

import java.util.List;
import java.util.Map;

/** Handles as people see them, read back with their prefix or without. */
public final class Handles {
    static final String KEY = "key_";
    static final String ACCOUNT = "acct_";

    private static final IdSpellings SPELLINGS = new IdSpellings(List.of(
            new IdPrefixes(Map.of(IdKind.KEY, List.of(KEY), IdKind.ACCOUNT, List.of(ACCOUNT)))));

    private Handles() {}

    public static String of(KeyHandle key) {
        return KEY + key;
    }

    static String of(AccountHandle account) {
        return ACCOUNT + account;
    }

    /** A text that is no handle is that of an absent key. */
    static KeyHandle key(String text) {
        return SPELLINGS.read(IdKind.KEY, text).map(KeyHandle::new).orElseThrow(Handles::noKey);
    }

    static AccountHandle account(String text) {
        return SPELLINGS
                .read(IdKind.ACCOUNT, text)
                .map(AccountHandle::new)
                .orElseThrow(Handles::noAccount);
    }

    static Refusal noKey() {
        return new Refusal(
                ProblemCode.KEY_NOT_FOUND,
                "There is no such key in this account. GET /api/v1/api-keys lists them.");
    }

    static Refusal noAccount() {
        return new Refusal(
                ProblemCode.ACCOUNT_NOT_FOUND,
                "There is no such account. GET /api/v1/accounts lists them.");
    }
}
