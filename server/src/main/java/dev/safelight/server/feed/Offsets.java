package dev.safelight.server.feed;

import dev.safelight.core.access.Secrets;
import dev.safelight.core.access.Secrets.Secret;
import dev.safelight.core.id.AccountId;
import dev.safelight.core.id.Cursor;
import dev.safelight.core.id.PassedCursor;
import dev.safelight.server.dialect.Cursors;
import dev.safelight.server.http.address.Signature;
import dev.safelight.server.http.problem.Problem;
import dev.safelight.server.http.problem.ProblemCode;
import dev.safelight.server.http.problem.Refusal;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Places of an account's feed as its readers hold them: signed, so that none is good for another
 * account, and ordered letter by letter as the protocol asks. A place comes first, behind its own
 * length, as a later one may have a longer text.
 */
public final class Offsets {
    private static final Pattern FORM =
            Pattern.compile("(\\d{2})([0-9a-z]{1,64})_(\\d{1,9})_([A-Za-z0-9_-]{43})");

    /** Where an answer says from which place to go on. */
    static final String NEXT = "Stream-Next-Offset";

    private final Secrets secrets;

    public Offsets(Secrets secrets) {
        this.secrets = secrets;
    }

    String write(AccountId account, Cursor cursor) {
        var secret = secrets.all(Cursors.PURPOSE).getFirst();
        String place = place(cursor);
        return place + "_" + secret.number() + "_" + sign(secret, account, place);
    }

    /** The refusal of a place behind which entries were removed; it tells the earliest one. */
    public Refusal passed(AccountId account, PassedCursor passed) {
        return new Refusal(Problem.of(
                        ProblemCode.CURSOR_EXPIRED,
                        "What followed this offset is not kept any more. Go on from the"
                                + " Stream-Next-Offset of this answer, the earliest that is.")
                .with(NEXT, write(account, passed.earliest())));
    }

    private static String place(Cursor cursor) {
        return "%02d%s".formatted(cursor.text().length(), cursor.text());
    }

    /** The place that it names; empty unless it was given to this account, whole and unchanged. */
    public Optional<Cursor> read(AccountId account, String offset) {
        Matcher form = FORM.matcher(offset);
        if (!form.matches()) return Optional.empty();
        var cursor = new Cursor(form.group(2));
        String place = place(cursor);
        if (!offset.startsWith(place + "_")) return Optional.empty();
        int number = Integer.parseInt(form.group(3));
        return secrets.all(Cursors.PURPOSE).stream()
                .filter(secret -> secret.number() == number)
                .filter(secret -> Signature.equal(form.group(4), sign(secret, account, place)))
                .findFirst()
                .map(secret -> cursor);
    }

    private static String sign(Secret secret, AccountId account, String place) {
        return Signature.of(secret.hex(), "feed\n" + account.number() + "\n" + place);
    }
}
