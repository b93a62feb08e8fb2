package dev.safelight.app;

import dev.safelight.core.access.KeyLimits;
import dev.safelight.core.access.KeyText;
import dev.safelight.core.ledger.Credits;
import dev.safelight.core.tool.Catalog;
import dev.safelight.core.tool.EngineName;
import dev.safelight.core.tool.ModelName;
import dev.safelight.server.http.Cors;
import dev.safelight.server.http.address.PublicAddress;
import dev.safelight.server.outbound.AddressRules;
import dev.safelight.server.outbound.TrustedIssuers;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The settings of one process, each with where it came from. Reading one also checks it. */
final class Config {
    /** Where the launcher says that the checkout is. */
    private static final String ROOT = System.getProperty("safelight.root", ".");

    private static final Pattern HOST = Pattern.compile("[^\\s/?#@\\\\\\p{Cntrl}]+");

    private final Map<Setting, Value> values;

    /**
     * A value as it was written.
     *
     * @param origin as in {@code default}, {@code --port}, {@code SAFELIGHT_PORT}, a file's name
     */
    record Value(String text, String origin) {}

    Config(Map<Setting, Value> values) {
        this.values = new EnumMap<>(Setting.class);
        this.values.putAll(values);
    }

    /** These settings alone; the others have their defaults. */
    Config keeping(Set<Setting> settings) {
        var kept = new EnumMap<>(values);
        kept.keySet().retainAll(settings);
        return new Config(kept);
    }

    /** Reads each once, so that a bad one is told before anything is done. */
    void check() throws ConfigFault {
        host();
        publicUrl();
        cors();
        port();
        lease();
        drain();
        grant();
        limits();
        logsJson();
        promptInFile();
        routes();
        addressRules();
        trusted();
        var live = key(Setting.API_KEY);
        if (live.isPresent() && live.equals(key(Setting.TEST_KEY)))
            throw fault(Setting.TEST_KEY, "must differ from api-key: each has an account");
    }

    String text(Setting setting) {
        return value(setting).text();
    }

    private Value value(Setting setting) {
        return values.getOrDefault(setting, new Value(setting.usual(), "default"));
    }

    private int number(Setting setting, int least, int most) throws ConfigFault {
        String text = text(setting);
        try {
            int number = Integer.parseInt(text);
            if (number >= least && number <= most) return number;
        } catch (NumberFormatException notANumber) {
            // Told below, with the range.
        }
        throw fault(setting, "must be a whole number from " + least + " to " + most);
    }

    private ConfigFault fault(Setting setting, String what) {
        return new ConfigFault(setting.key() + " is '" + shown(setting) + "' (" + origin(setting)
                + "), but " + what);
    }

    /** Where the value is from, as in {@code SAFELIGHT_PORT}. */
    String origin(Setting setting) {
        return value(setting).origin();
    }

    /** The value for people. */
    private String shown(Setting setting) {
        var keys = Stream.of(Setting.API_KEY, Setting.TEST_KEY)
                .map(key -> KeyText.given(text(key)).text());
        return ShownValue.of(setting, text(setting), keys.toList());
    }

    String host() throws ConfigFault {
        String text = text(Setting.HOST);
        if (!HOST.matcher(text).matches())
            throw fault(Setting.HOST, "must be the name or the number of a machine alone");
        return text;
    }

    Path data() {
        return Path.of(text(Setting.DATA));
    }

    Path packs() {
        return folder(Setting.PACKS, Path.of(ROOT, "packs"));
    }

    Path voices() {
        return folder(Setting.VOICES, data().resolve("voices"));
    }

    private Path folder(Setting setting, Path usual) {
        return text(setting).isEmpty() ? usual : Path.of(text(setting));
    }

    @Nullable
    URI publicUrl() throws ConfigFault {
        String text = text(Setting.PUBLIC_URL);
        if (text.isEmpty()) return null;
        if (!text.matches("https?://[^/?#@\\s]+(/[^?#@\\s]*)?"))
            throw fault(Setting.PUBLIC_URL, "must be an address such as https://media.example.com");
        try {
            return new URI(text.replaceAll("/+$", ""));
        } catch (URISyntaxException malformed) {
            throw fault(Setting.PUBLIC_URL, "that is no address: " + malformed.getReason());
        }
    }

    /** Written with blanks or commas between them. */
    Cors cors() throws ConfigFault {
        var origins = new ArrayList<String>();
        for (var written : text(Setting.CORS).strip().split("[\\s,]+", -1)) {
            if (written.isEmpty()) continue;
            origins.add(Cors.origin(written)
                    .orElseThrow(() -> fault(
                            Setting.CORS,
                            "must be origins such as https://app.example.com, or * for all")));
        }
        return Cors.of(origins);
    }

    int port() throws ConfigFault {
        return number(Setting.PORT, 0, 65_535);
    }

    Duration lease() throws ConfigFault {
        return seconds(Setting.LEASE_SECONDS);
    }

    Duration drain() throws ConfigFault {
        return seconds(Setting.DRAIN_SECONDS);
    }

    /** A key that the operator chose for the first start. */
    Optional<KeyText> key(Setting setting) throws ConfigFault {
        var chosen = KeyText.given(text(setting));
        if (chosen.text().isEmpty()) return Optional.empty();
        if (!chosen.isAcceptable())
            throw fault(setting, "must be 16 to 200 printable characters without spaces");
        return Optional.of(chosen);
    }

    /** The usual limits, with what was set instead. */
    Limits limits() throws ConfigFault {
        long most = Math.min(
                Integer.MAX_VALUE, Limits.mostLiveTasks(Runtime.getRuntime().maxMemory()));
        var store = Limits.USUAL
                .store()
                .withQueue(number(Setting.QUEUE_LIMIT, 1, 1_000_000))
                .withLiveTasks(number(Setting.LIVE_TASKS, 1, (int) most));
        var usual = Limits.USUAL;
        return new Limits(
                usual.http(),
                store,
                usual.uploads(),
                usual.search(),
                usual.outgoing(),
                firstKeys());
    }

    private KeyLimits firstKeys() throws ConfigFault {
        return new KeyLimits(
                number(Setting.SLOTS, 0, 1_000_000),
                number(Setting.SUBMITS_PER_MINUTE, 0, Integer.MAX_VALUE),
                number(Setting.READS_PER_MINUTE, 0, Integer.MAX_VALUE));
    }

    Credits grant() throws ConfigFault {
        return new Credits(number(Setting.GRANT, 0, Integer.MAX_VALUE));
    }

    private Duration seconds(Setting setting) throws ConfigFault {
        return Duration.ofSeconds(number(setting, 1, 3_600));
    }

    boolean logsJson() throws ConfigFault {
        return switch (text(Setting.LOG)) {
            case "json" -> true;
            case "text" -> false;
            default -> throw fault(Setting.LOG, "must be text or json");
        };
    }

    /** Whether pictures carry what they were asked for. */
    boolean promptInFile() throws ConfigFault {
        return isOn(Setting.PROMPT_IN_FILE);
    }

    /** Whether this is a server for whoever develops on this machine, and for nobody else. */
    boolean dev() throws ConfigFault {
        return isOn(Setting.DEV);
    }

    private boolean isOn(Setting setting) throws ConfigFault {
        return switch (text(setting)) {
            case "true" -> true;
            case "false" -> false;
            default -> throw fault(setting, "must be true or false");
        };
    }

    /** Which addresses may be called because a caller named them. */
    AddressRules addressRules() throws ConfigFault {
        if (dev() && !PublicAddress.isLoopback(host()))
            throw fault(
                    Setting.HOST,
                    "must be 127.0.0.1, ::1 or localhost with --dev: callers could reach what"
                            + " listens on this machine alone");
        try {
            var rules = AddressRules.allowing(text(Setting.ALLOW_ADDRESSES));
            return dev() ? rules.allowingLoopback() : rules;
        } catch (IllegalArgumentException malformed) {
            throw fault(Setting.ALLOW_ADDRESSES, "" + malformed.getMessage());
        }
    }

    /** Whose certificates receivers may have. */
    TrustedIssuers trusted() throws ConfigFault {
        String file = text(Setting.TRUST_CERTIFICATES);
        if (file.isEmpty()) return TrustedIssuers.ofTheJvm();
        try {
            return TrustedIssuers.with(Path.of(file));
        } catch (IOException | InvalidPathException unreadable) {
            throw fault(Setting.TRUST_CERTIFICATES, "must be a file of certificates in PEM");
        }
    }

    /** The operator's own lists of engines, by model. */
    Map<ModelName, List<EngineName>> routes() throws ConfigFault {
        try {
            return RouteText.read(Catalog.load(), text(Setting.ROUTE));
        } catch (IllegalArgumentException wrong) {
            throw fault(Setting.ROUTE, "" + wrong.getMessage());
        }
    }

    /** A line for each setting: its value, masked if secret, its origin and its meaning. */
    String print() {
        var text = new StringBuilder();
        for (var setting : Setting.values()) {
            text.append("# ").append(setting.meaning()).append('\n');
            text.append(setting.key()).append('=').append(shown(setting));
            text.append("    # ").append(ShownValue.onOneLine(origin(setting))).append('\n');
        }
        return text.toString();
    }
}
