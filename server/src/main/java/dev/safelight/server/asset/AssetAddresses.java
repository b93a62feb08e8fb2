package dev.safelight.server.asset;

import dev.safelight.core.access.Secrets;
import dev.safelight.core.asset.Asset;
import dev.safelight.core.asset.Rendition;
import dev.safelight.server.http.address.PublicAddress;
import dev.safelight.server.http.address.SignedAddresses;
import dev.safelight.server.http.address.SignedAddresses.Signed;
import dev.safelight.server.http.face.Call;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Makes and checks addresses of files: one kind to look at a file, one to save it. Each is signed
 * for its own purpose, so none is good in the place of the other.
 */
public final class AssetAddresses {
    private static final String VIEW = "asset-address";
    private static final String DOWNLOAD = "asset-download";

    /** What the secrets are asked for by. */
    public static final List<String> PURPOSES = List.of(VIEW, DOWNLOAD);

    /** Encoded, these are refused on their way as ways to hide what a path leads to. */
    private static final Pattern HIDING = Pattern.compile("[/\\\\%;\\p{Cntrl}]");

    private static final Pattern ENDING = Pattern.compile("(?<=.)\\.[A-Za-z0-9]{1,8}$");
    private static final String KEPT = "-._~";
    private final SignedAddresses views;
    private final SignedAddresses downloads;
    private final InstantSource clock;

    public AssetAddresses(PublicAddress base, Secrets secrets, InstantSource clock) {
        views = new SignedAddresses(base, secrets, VIEW, clock);
        downloads = new SignedAddresses(base, secrets, DOWNLOAD, clock);
        this.clock = clock;
    }

    /** Lets anybody read the file until the time has passed, or it expires before that. */
    public Signed sign(Asset asset, Duration lasting) {
        return views.sign(path(asset, "") + segment(asset.file().name()), most(asset, lasting));
    }

    /** The same, but browsers save the file instead of showing it. */
    public Signed signDownload(Asset asset, Duration lasting) {
        return downloads.sign(
                path(asset, "download/") + segment(asset.file().name()), most(asset, lasting));
    }

    /** Lets anybody see a smaller picture of the file. */
    public Signed sign(Asset asset, Rendition rendition, Duration lasting) {
        String way = word(rendition.size()) + "/";
        return views.sign(path(asset, way) + segment(name(asset, rendition)), most(asset, lasting));
    }

    /** A smaller picture is called as its file, but for the ending. */
    static String name(Asset asset, Rendition rendition) {
        String ending = rendition.contentType().equals("image/png") ? ".png" : ".jpg";
        return ENDING.matcher(asset.file().name()).replaceFirst("") + ending;
    }

    /** What an address calls a size. */
    static String word(Rendition.Size size) {
        return size.name().toLowerCase(Locale.ROOT);
    }

    private static String path(Asset asset, String way) {
        return "/assets/" + asset.file().id() + "/" + way;
    }

    private Duration most(Asset asset, Duration lasting) {
        var end = asset.expires();
        if (end == null) return lasting;
        var left = Duration.between(clock.instant(), end);
        return left.compareTo(lasting) < 0 ? left : lasting;
    }

    void checkView(Call call) {
        views.check(call);
    }

    void checkDownload(Call call) {
        downloads.check(call);
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
