package dev.safelight.server.asset;

import dev.safelight.core.access.Secrets;
import dev.safelight.core.asset.Asset;
import dev.safelight.server.http.Call;
import dev.safelight.server.http.PublicAddress;
import dev.safelight.server.http.SignedAddresses;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.regex.Pattern;

/** Makes and checks addresses of files. */
public final class AssetAddresses {
    /** What the secrets are asked for by. */
    public static final String PURPOSE = "asset-address";

    /** Encoded, these are refused on their way as ways to hide what a path leads to. */
    private static final Pattern HIDING = Pattern.compile("[/\\\\%;\\p{Cntrl}]");

    private static final String KEPT = "-._~";
    private final SignedAddresses addresses;
    private final InstantSource clock;

    public AssetAddresses(PublicAddress base, Secrets secrets, InstantSource clock) {
        addresses = new SignedAddresses(base, secrets, PURPOSE, clock);
        this.clock = clock;
    }

    /** Lets anybody read the file until the time has passed, or it expires before that. */
    public SignedAddresses.Signed sign(Asset asset, Duration lasting) {
        var file = asset.file();
        return addresses.sign(
                "/assets/" + file.id() + "/" + segment(file.name()), most(asset, lasting));
    }

    /** The same, but browsers save the file instead of showing it. */
    public SignedAddresses.Signed signDownload(Asset asset, Duration lasting) {
        var file = asset.file();
        return addresses.sign(
                "/assets/" + file.id() + "/download/" + segment(file.name()), most(asset, lasting));
    }

    private Duration most(Asset asset, Duration lasting) {
        var end = asset.expires();
        if (end == null) return lasting;
        var left = Duration.between(clock.instant(), end);
        return left.compareTo(lasting) < 0 ? left : lasting;
    }

    void check(Call call) {
        addresses.check(call);
    }

    /** The name as people see it in an address; the file's own goes with the file. */
    static String segment(String name) {
        if (name.chars().allMatch(c -> c == '.')) return "file";
        return name.chars().allMatch(AssetAddresses::isKept) ? name : encoded(name);
    }

    /** Only what no client encodes or decodes on its own stands for itself (RFC 3986, 2.3). */
    private static boolean isKept(int c) {
        return c < 128 && (Character.isLetterOrDigit(c) || KEPT.indexOf(c) >= 0);
    }

    private static String encoded(String name) {
        var text = new StringBuilder();
        for (byte b : HIDING.matcher(name).replaceAll("_").getBytes(StandardCharsets.UTF_8)) {
            char c = (char) (b & 0xFF);
            if (isKept(c)) text.append(c);
            else text.append('%').append(String.format("%02X", (int) c));
        }
        return text.toString();
    }
}
