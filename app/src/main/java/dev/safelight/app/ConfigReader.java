package dev.safelight.app;

import dev.safelight.app.Config.Value;
import dev.safelight.cli.Reason;
import dev.safelight.core.access.KeyText;
import dev.safelight.core.text.SimilarWords;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;

/** Reads settings: flags win over the environment, that over the file, that over the defaults. */
final class ConfigReader {
    private static final String USUAL_FILE = "safelight.properties";

    /** What begins like a setting in the environment, but is the launcher's or a command's. */
    private static final Set<String> OTHERS = Set.of(
            "SAFELIGHT_CONFIG",
            "SAFELIGHT_JAVA_HOME",
            "SAFELIGHT_JAVA_OPTS",
            "SAFELIGHT_NO_BUILD",
            "SAFELIGHT_NO_PACKS",
            "SAFELIGHT_URL");

    private static final List<String> KEYS =
            Arrays.stream(Setting.values()).map(Setting::key).toList();

    private final Map<Setting, Value> values = new EnumMap<>(Setting.class);

    /**
     * Reads all sources.
     *
     * @param flags as in {@code --port 80} or {@code --port=80}
     */
    static Config read(List<String> flags, Map<String, String> environment) throws ConfigFault {
        var reader = new ConfigReader();
        var given = parse(flags);
        String file = given.remove("config");
        reader.readFile(file == null ? named(environment) : file);
        reader.readEnvironment(environment);
        for (var flag : given.entrySet())
            reader.put(flag.getKey(), flag.getValue(), "--" + flag.getKey());
        return new Config(reader.values);
    }

    private static @Nullable String named(Map<String, String> environment) {
        String file = environment.getOrDefault("SAFELIGHT_CONFIG", "");
        return file.isBlank() ? null : file;
    }

    /** What follows each flag; of one that is repeated the last, or all when it is a list. */
    private static Map<String, String> parse(List<String> flags) throws ConfigFault {
        var given = new LinkedHashMap<String, String>();
        for (int at = 0; at < flags.size(); at++) {
            var flag = flags.get(at);
            if (!flag.startsWith("--")) throw misplaced(at + 1, flag);
            int equals = flag.indexOf('=');
            String name = equals < 0 ? flag.substring(2) : flag.substring(2, equals);
            boolean alone = equals < 0 && standsAlone(name, flags.subList(at + 1, flags.size()));
            String value = alone ? "true" : flag.substring(equals + 1);
            if (equals < 0 && !alone) value = flags.get(++at);
            boolean adds = Setting.of(name).filter(Setting::isList).isPresent();
            given.merge(name, value, (before, more) -> adds ? before + " " + more : more);
        }
        return given;
    }

    /** Whether a flag has no value behind it, and needs none. */
    private static boolean standsAlone(String name, List<String> rest) throws ConfigFault {
        boolean isLast = rest.isEmpty();
        if (Setting.of(name).filter(Setting::isSwitch).isPresent())
            return isLast || rest.getFirst().startsWith("--");
        if (!isLast) return false;
        check(name);
        throw new ConfigFault("--" + name + " wants a value");
    }

    private void readFile(@Nullable String named) throws ConfigFault {
        var file = Path.of(named == null ? USUAL_FILE : named);
        if (named == null && !Files.exists(file)) return;
        var properties = new Properties();
        try {
            properties.load(new StringReader(withoutMark(Files.readString(file))));
        } catch (IOException unreadable) {
            throw new ConfigFault("cannot read the configuration file " + file + ": "
                    + Reason.of(unreadable, file.toString()));
        } catch (IllegalArgumentException malformed) {
            throw new ConfigFault("cannot read the configuration file " + file
                    + ": a backslash in it begins no character");
        }
        for (var key : properties.stringPropertyNames()) {
            put(key, properties.getProperty(key), file.toString());
        }
    }

    /** Some editors put a byte order mark first, which would become a part of the first name. */
    private static String withoutMark(String text) {
        return text.startsWith("\ufeff") ? text.substring(1) : text;
    }

    private void readEnvironment(Map<String, String> environment) throws ConfigFault {
        for (var entry : environment.entrySet()) {
            var name = entry.getKey();
            if (!name.startsWith("SAFELIGHT_") || OTHERS.contains(name)) continue;
            var setting = Arrays.stream(Setting.values())
                    .filter(known -> known.variable().equals(name))
                    .findFirst();
            if (setting.isEmpty())
                throw unknown(
                        name,
                        Arrays.stream(Setting.values()).map(Setting::variable).toList());
            // Scripts and service files empty a variable to take it back.
            if (!entry.getValue().isBlank())
                values.put(setting.get(), new Value(entry.getValue().strip(), name));
        }
    }

    /** An empty flag, or line of the file, stands for the default. */
    private void put(String key, String value, String origin) throws ConfigFault {
        var setting = check(key);
        if (value.isBlank()) values.remove(setting);
        else values.put(setting, new Value(value.strip(), origin));
    }

    private static Setting check(String key) throws ConfigFault {
        var setting = Setting.of(key);
        if (setting.isEmpty()) throw unknown(key, KEYS);
        return setting.get();
    }

    private static ConfigFault unknown(String name, List<String> known) {
        var word = word(name);
        var near = SimilarWords.to(word, known);
        // What is as long as a key may be one in the wrong place.
        if (near.isEmpty() && (word.isEmpty() || name.length() >= KeyText.SHORTEST))
            return new ConfigFault("there is no setting of a name that was given; it is not shown,"
                    + " as it may be a key");
        var shown = word.equals(name) ? name : word + "…";
        var hint = near.map(close -> "; did you mean " + close + "?").orElse("");
        return new ConfigFault("there is no setting " + shown + hint);
    }

    /** A word is not repeated: it may be a key, or the rest of one. */
    private static ConfigFault misplaced(int number, String word) {
        var hint = SimilarWords.to(word(word.replaceFirst("^-+", "").replace('_', '-')), KEYS)
                .map(near -> "; did you mean --" + near + "?")
                .orElse("");
        return new ConfigFault(
                "argument " + number + " is no setting; settings begin with --" + hint);
    }

    /** The beginning that looks like the name of a setting. */
    private static String word(String text) {
        return text.split("[^A-Za-z0-9_.-]", 2)[0];
    }
}
