package dev.safelight.server.asset;

import dev.safelight.core.access.Secrets;
import dev.safelight.core.access.Secrets.Secret;
import dev.safelight.core.asset.Asset;
import dev.safelight.core.asset.AssetId;
import dev.safelight.server.http.ProblemCode;
import dev.safelight.server.http.PublicAddress;
import dev.safelight.server.http.Refusal;
import dev.safelight.server.http.Signature;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/**
 * Makes and checks addresses of files that anybody who has one may follow for a while. The
 * signature covers the file and the end; it names its secret, so that rotation breaks no address.
 */
public final class AssetAddresses {
    /** What the secrets are asked for by. */
    public static final String PURPOSE = "asset-address";

    private final PublicAddress base;
    private final Secrets secrets;
    private final InstantSource clock;

    public AssetAddresses(PublicAddress base, Secrets secrets, InstantSource clock) {
        this.base = base;
        this.secrets = secrets;
        this.clock = clock;
    }

    /** An address and when it ends. */
    public record Signed(String url, Instant expires) {}

    /** Lets anybody read the file until the time has passed. */
    public Signed sign(Asset asset, Duration lasting) {
        long end = clock.instant().plus(lasting).getEpochSecond();
        AssetId id = asset.file().id();
        Secret secret = secrets.all(PURPOSE).getFirst();
        String name =
                URLEncoder.encode(asset.file().name(), StandardCharsets.UTF_8).replace("+", "%20");
        String url = base.of("/assets/asset_" + id + "/" + name + "?exp=" + end + "&sig="
                + secret.number() + "." + signature(secret, id, end));
        return new Signed(url, Instant.ofEpochSecond(end));
    }

    /** Throws {@link Refusal} unless we signed this and its time is not over. */
    void check(AssetId id, String exp, String sig) {
        long end;
        int number;
        int dot = sig.indexOf('.');
        try {
            end = Long.parseLong(exp);
            number = Integer.parseInt(sig.substring(0, Math.max(0, dot)));
        } catch (NumberFormatException malformed) {
            throw unsigned();
        }
        String given = sig.substring(dot + 1);
        boolean ours = secrets.all(PURPOSE).stream()
                .filter(secret -> secret.number() == number)
                .anyMatch(secret -> Signature.equal(given, signature(secret, id, end)));
        if (!ours) throw unsigned();
        if (clock.instant().getEpochSecond() >= end)
            throw new Refusal(
                    ProblemCode.EXPIRED_SIGNATURE,
                    "This address has expired. Ask download-asset for a fresh one.");
    }

    private static String signature(Secret secret, AssetId id, long end) {
        return Signature.of(secret.hex(), id + "\n" + end);
    }

    static Refusal unsigned() {
        return new Refusal(
                ProblemCode.INVALID_SIGNATURE,
                "This address is not signed as it must be. Use the url of download-asset whole,"
                        + " unchanged.");
    }
}
