package dev.safelight.server.dialect;

import dev.safelight.core.access.Secrets;
import dev.safelight.core.access.Secrets.Secret;
import dev.safelight.core.id.AccountId;
import dev.safelight.core.id.Cursor;
import dev.safelight.server.http.address.Signature;
import dev.safelight.server.http.problem.Problem;
import dev.safelight.server.http.problem.Refusal;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Marks of where a page of one list ended: signed, so that nobody reads the store's numbers into
 * them and none is good for another list or account.
 */
public final class Cursors {
    /** What the secrets are asked for by. */
    public static final String PURPOSE = "cursor";

    private static final Pattern FORM =
            Pattern.compile("c(\\d{1,9})_([0-9a-z]{1,64})_([A-Za-z0-9_-]{43})");

    private final Secrets secrets;
    private final String list;

    /**
     * Cursors of one list.
     *
     * @param list its name, with that of its dialect
     */
    public Cursors(Secrets secrets, String list) {
        this.secrets = secrets;
        this.list = list;
    }

    public String write(AccountId account, Cursor cursor) {
        Secret secret = secrets.all(PURPOSE).getFirst();
        String place = cursor.text();
        return "c" + secret.number() + "_" + place + "_" + sign(secret, account, place);
    }

    /** The place that it names; empty unless we gave it to this account for this list. */
    public Optional<Cursor> read(AccountId account, String cursor) {
        Matcher form = FORM.matcher(cursor);
        if (!form.matches()) return Optional.empty();
        int number = Integer.parseInt(form.group(1));
        String place = form.group(2);
        return secrets.all(PURPOSE).stream()
                .filter(secret -> secret.number() == number)
                .filter(secret -> Signature.equal(form.group(3), sign(secret, account, place)))
                .findFirst()
                .map(secret -> new Cursor(place));
    }

    /** The place that a caller names, who is told what a cursor must be. */
    public Cursor require(AccountId account, String cursor) {
        return read(account, cursor)
                .orElseThrow(() -> new Refusal(Problem.invalid(
                        "cursor", "'cursor' must be a nextCursor of this same list, unchanged.")));
    }

    private String sign(Secret secret, AccountId account, String place) {
        return Signature.of(secret.hex(), list + "\n" + account.number() + "\n" + place);
    }
}
