package dev.safelight.app;

import dev.safelight.app.Config.Value;
import dev.safelight.server.input.Nearest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
            "SAFELIGHT_NO_PACKS",
            "SAFELIGHT_URL");

    private final Map<Setting, Value> values = new EnumMap<>(Setting.class);

    /**
     * Reads all sources.
     *
     * @param flags as in {@code --port 80} or {@code --port=80}
     */
    static Config read(List<String> flags, Map<String, String> environment) throws ConfigFault {
        var reader = new ConfigReader();
        reader.readFile(flags, environment);
        reader.readEnvironment(environment);
        reader.readFlags(flags);
        return new Config(reader.values);
    }

    private void readFile(List<String> flags, Map<String, String> environment) throws ConfigFault {
        int flag = flags.indexOf("--config");
        var named = flag >= 0 && flag + 1 < flags.size()
                ? Optional.of(flags.get(flag + 1))
                : Optional.ofNullable(environment.get("SAFELIGHT_CONFIG"));
        var file = Path.of(named.orElse(USUAL_FILE));
        if (named.isEmpty() && !Files.exists(file)) return;
        var properties = new Properties();
        try (var in = Files.newBufferedReader(file)) {
            properties.load(in);
        } catch (IOException | IllegalArgumentException unreadable) {
            throw new ConfigFault("cannot read the configuration file " + file);
        }
        for (var key : properties.stringPropertyNames()) {
            put(key, properties.getProperty(key).strip(), file.toString());
        }
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
            values.put(setting.get(), new Value(entry.getValue(), name));
        }
    }

    private void readFlags(List<String> flags) throws ConfigFault {
        for (int at = 0; at < flags.size(); at++) {
            var flag = flags.get(at);
            if (!flag.startsWith("--"))
                throw new ConfigFault("'" + flag + "' is no setting; settings begin with --");
            int equals = flag.indexOf('=');
            var key = equals < 0 ? flag.substring(2) : flag.substring(2, equals);
            if (equals < 0 && at + 1 == flags.size())
                throw new ConfigFault(flag + " wants a value");
            var value = equals < 0 ? flags.get(++at) : flag.substring(equals + 1);
            if (!key.equals("config")) put(key, value, "--" + key);
        }
    }

    private void put(String key, String value, String origin) throws ConfigFault {
        var setting = Setting.of(key);
        if (setting.isEmpty())
            throw unknown(key, Arrays.stream(Setting.values()).map(Setting::key).toList());
        values.put(setting.get(), new Value(value, origin));
    }

    private static ConfigFault unknown(String name, List<String> known) {
        var hint = Nearest.to(name, known)
                .map(near -> "; did you mean " + near + "?")
                .orElse("");
        return new ConfigFault("there is no setting " + name + hint);
    }
}
