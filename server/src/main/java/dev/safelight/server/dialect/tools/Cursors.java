package dev.safelight.server.dialect.tools;

import dev.safelight.core.access.Secrets;
import dev.safelight.core.access.Secrets.Secret;
import dev.safelight.core.id.AccountId;
import dev.safelight.core.id.Cursor;
import dev.safelight.server.http.Problem;
import dev.safelight.server.http.Refusal;
import dev.safelight.server.http.Signature;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Marks of where a page ended: signed, so that nobody reads the store's numbers into them. */
final class Cursors {
    /** What the secrets are asked for by. */
    static final String PURPOSE = "cursor";

    private static final Pattern FORM =
            Pattern.compile("c(\\d{1,9})_([0-9a-z]{1,64})_([A-Za-z0-9_-]{43})");
    private final Secrets secrets;

    Cursors(Secrets secrets) {
        this.secrets = secrets;
    }

    String write(AccountId account, Cursor cursor) {
        Secret secret = secrets.all(PURPOSE).getFirst();
        String place = cursor.text();
        return "c" + secret.number() + "_" + place + "_" + sign(secret, account, place);
    }

    /** The place that it names, when we gave it to this account. */
    Cursor read(AccountId account, String cursor) {
        Matcher form = FORM.matcher(cursor);
        if (!form.matches()) throw unknown();
        int number = Integer.parseInt(form.group(1));
        String place = form.group(2);
        return secrets.all(PURPOSE).stream()
                .filter(secret -> secret.number() == number)
                .filter(secret -> Signature.equal(form.group(3), sign(secret, account, place)))
                .findFirst()
                .map(secret -> new Cursor(place))
                .orElseThrow(Cursors::unknown);
    }

    private static String sign(Secret secret, AccountId account, String place) {
        return Signature.of(secret.hex(), account.number() + "\n" + place);
    }

    private static Refusal unknown() {
        return new Refusal(Problem.invalid(
                "cursor", "'cursor' must be a nextCursor of an earlier list-tasks, unchanged."));
    }
}
