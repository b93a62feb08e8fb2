package dev.safelight.app;

import java.util.Optional;

/** What a start prints: where it listens, the keys if they are new, and what to type next. */
final class Greeting {
    private Greeting() {}

    static String of(String url, Config config, Optional<FirstKeys> keys) {
        var text = new StringBuilder();
        text.append("Safelight listens on ").append(url).append('\n');
        text.append("  data      ").append(config.data().toAbsolutePath().normalize());
        text.append('\n');
        keys.ifPresent(first -> text.append("  key       ")
                .append(first.live().text())
                .append("\n  test key  ")
                .append(first.test().text())
                .append("   (tasks go to the sandbox, credits of their own)\n")
                .append("These keys are shown this once. Keep them.\n"));
        text.append("\nTry it in another terminal:\n");
        keys.ifPresent(first -> text.append("  export SAFELIGHT_API_KEY=")
                .append(first.live().text())
                .append('\n'));
        text.append("  curl -s ").append(url).append("/api/v1/tools/generate-tts/execute \\\n");
        text.append("    -H \"Authorization: Bearer $SAFELIGHT_API_KEY\" \\\n");
        text.append("    -H \"Content-Type: application/json\" \\\n");
        text.append("    -d '{\"text\": \"Hello from the darkroom.\"}'\n");
        return text.append("The README has the whole quickstart. Ctrl-C stops.").toString();
    }
}
