package dev.safelight.app;

import dev.safelight.cli.Printable;
import dev.safelight.core.access.KeyText;
import dev.safelight.server.http.address.PublicAddress;

import java.util.Optional;

/** What a start prints: where it listens, the keys if they are new, and what to type next. */
final class Greeting {
    private static final String BELOW = "\n            ";

    private Greeting() {}

    /** Keys that were drawn are shown, for they are nowhere else; those that were set never are. */
    private static String keys(Config config, FirstKeys first) {
        return "  key       " + shown(config, Setting.API_KEY, first.live())
                + "\n  test key  " + shown(config, Setting.TEST_KEY, first.test())
                + "   (tasks go to the sandbox, credits of their own)\n"
                + advice(isDrawn(config, Setting.API_KEY), isDrawn(config, Setting.TEST_KEY));
    }

    private static String advice(boolean live, boolean test) {
        if (live && test) return "These keys are shown this once. Keep them.\n";
        return live || test ? "The new key is shown this once. Keep it.\n" : "";
    }

    private static String shown(Config config, Setting setting, KeyText key) {
        return isDrawn(config, setting) ? key.text() : "as set by " + config.origin(setting);
    }

    private static boolean isDrawn(Config config, Setting setting) {
        return KeyText.given(config.text(setting)).text().isEmpty();
    }

    /** What a start warns of: answers would send other machines to themselves. */
    static Optional<String> warning(String url, Config config) throws ConfigFault {
        boolean everywhere = PublicAddress.isEveryAddress(config.host());
        if (!everywhere || config.publicUrl() != null) return Optional.empty();
        return Optional.of("addresses in answers begin with " + url + ", which leads other machines"
                + " nowhere: set --public-url (" + Setting.PUBLIC_URL.variable()
                + ") to what they call this one by, as in http://media.example.com:8080");
    }

    static String of(String url, Config config, Optional<FirstKeys> keys) throws ConfigFault {
        var text = new StringBuilder();
        text.append("Safelight listens on ").append(url).append('\n');
        var data = config.data().toAbsolutePath().normalize().toString();
        text.append("  data      ").append(Printable.of(data));
        text.append("\n  limits    ")
                .append(String.join(BELOW, config.limits().lines()))
                .append('\n');
        if (config.dev())
            text.append("  dev       webhooks may go to this machine, and only it may call\n");
        if (keys.isPresent()) text.append(keys(config, keys.get()));
        text.append("\nTry it in another terminal:\n");
        if (keys.isPresent() && isDrawn(config, Setting.API_KEY))
            text.append("  export SAFELIGHT_API_KEY=")
                    .append(keys.get().live().text())
                    .append('\n');
        text.append("  curl -s ").append(url).append("/api/v1/tools/generate-tts/execute \\\n");
        text.append("    -H \"Authorization: Bearer $SAFELIGHT_API_KEY\" \\\n");
        text.append("    -H \"Content-Type: application/json\" \\\n");
        text.append("    -d '{\"text\": \"Hello from the darkroom.\"}'\n");
        return text.append("The README has the whole quickstart. Ctrl-C stops.").toString();
    }
}
