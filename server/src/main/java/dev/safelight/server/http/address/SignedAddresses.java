package dev.safelight.server.http.address;

import dev.safelight.core.access.Secrets;
import dev.safelight.core.access.Secrets.Secret;
import dev.safelight.server.http.face.Call;
import dev.safelight.server.http.problem.ProblemCode;
import dev.safelight.server.http.problem.Refusal;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/**
 * Makes and checks addresses that carry their own permission: anybody who has one may follow it for
 * a while. The signature covers path and end letter by letter, as they are sent and not as they are
 * understood, so that each address has exactly one spelling and nothing can be added. It names its
 * secret, so that rotation breaks no address.
 */
public final class SignedAddresses {
    private static final String END = "?exp=";
    private static final String SIGNATURE = "&sig=";

    private final PublicAddress base;
    private final Secrets secrets;
    private final String purpose;
    private final InstantSource clock;

    /**
     * Addresses of one kind.
     *
     * @param purpose what its secrets are asked for by: no address of another kind is good here
     */
    public SignedAddresses(
            PublicAddress base, Secrets secrets, String purpose, InstantSource clock) {
        this.base = base;
        this.secrets = secrets;
        this.purpose = purpose;
        this.clock = clock;
    }

    /** An address and when it ends. */
    public record Signed(String url, Instant expires) {}

    /**
     * Lets anybody call the path until the time has passed.
     *
     * @param path percent-encoded as it shall be sent, without a query
     */
    public Signed sign(String path, Duration lasting) {
        return sign(path, clock.instant().plus(lasting));
    }

    /** The same until a moment: one address, whenever it is asked for. */
    public Signed sign(String path, Instant until) {
        long end = until.getEpochSecond();
        String signed = path + END + end;
        String signature = signature(secrets.all(purpose).getFirst(), signed);
        return new Signed(base.of(signed + SIGNATURE + signature), Instant.ofEpochSecond(end));
    }

    /** Throws {@link Refusal} unless we signed exactly what was called and its time is not over. */
    public void check(Call call) {
        String target = call.target();
        int at = target.lastIndexOf(SIGNATURE);
        if (at < 0) throw unsigned();
        String signed = target.substring(0, at);
        String given = target.substring(at + SIGNATURE.length());
        boolean ours = secrets.all(purpose).stream()
                .filter(secret -> given.startsWith(secret.number() + "."))
                .anyMatch(secret -> Signature.equal(given, signature(secret, signed)));
        if (!ours) throw unsigned();
        // What is signed is our own writing, so its end can be read.
        long end = Long.parseLong(signed.substring(signed.lastIndexOf(END) + END.length()));
        if (clock.instant().getEpochSecond() >= end)
            throw new Refusal(
                    ProblemCode.EXPIRED_SIGNATURE,
                    "This address has expired. Ask for a fresh one where you got it.");
    }

    private static String signature(Secret secret, String signed) {
        return secret.number() + "." + Signature.of(secret.hex(), signed);
    }

    private static Refusal unsigned() {
        return new Refusal(
                ProblemCode.INVALID_SIGNATURE,
                "This address is not signed as it must be. Use the address that you got whole and"
                        + " unchanged, with nothing added.");
    }
}
