package dev.safelight.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

import javax.imageio.ImageIO;

/** What the README and its programs tell people to type, typed. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class QuickstartTest {
    private static final Path ROOT = root();
    private static final String KEY = "a-key-for-the-quickstart";
    private static final Pattern BLOCK =
            Pattern.compile("```bash quickstart\\n(.*?)```", Pattern.DOTALL);

    @TempDir
    private static Path folder;

    private Instance instance;

    @BeforeAll
    void serve() throws Exception {
        instance = Instance.open(ConfigReader.read(
                List.of("--data", folder + "/data", "--port", "0"),
                Map.of(
                        "SAFELIGHT_API_KEY",
                        KEY,
                        "SAFELIGHT_PACKS",
                        System.getenv()
                                .getOrDefault(
                                        "SAFELIGHT_PACKS", ROOT.resolve("packs").toString()))));
        instance.start();
    }

    @AfterAll
    void stop() throws Exception {
        instance.close();
    }

    @Nested
    class TheReadme {
        @Test
        void leads_from_a_session_to_a_picture_on_the_disk() throws Exception {
            need("bash", "curl");
            var script = new StringBuilder("set -eu\n");
            var blocks = BLOCK.matcher(Files.readString(ROOT.resolve("README.md")));
            while (blocks.find()) script.append(blocks.group(1));
            run(List.of("bash", "-c", script + "echo \"speech $TASK\""));
            var picture = ImageIO.read(folder.resolve("file.png").toFile());
            assertThat(picture.getWidth()).isEqualTo(1376);
            assertThat(picture.getHeight()).isEqualTo(768);
        }
    }

    @Nested
    class ThePrograms {
        @Test
        void download_a_picture_and_poll_for_a_result() throws Exception {
            need("node");
            run(List.of("node", stripped("quickstart.ts").toString(), "cat.png"));
            var picture = ImageIO.read(folder.resolve("cat.png").toFile());
            assertThat(picture.getWidth()).isEqualTo(1024);
            assertThat(picture.getHeight()).isEqualTo(1024);
            var answer = run(List.of(
                    "bash",
                    "-c",
                    "curl -s -X POST $SAFELIGHT_URL/tools/generate-tts/execute"
                            + " -H \"x-api-key: $SAFELIGHT_API_KEY\""
                            + " -H 'Content-Type: application/json'"
                            + " -d '{\"text\":\"The picture is ready.\"}'"));
            var task = Pattern.compile("task_[0-9A-Z]{26}").matcher(answer);
            assertThat(task.find()).as(answer).isTrue();
            var polled = run(List.of("node", stripped("poll.ts").toString(), task.group(), "200"));
            assertThat(polled).contains("asset_");
        }

        /** The types are for people: JavaScript is the program without them. */
        private Path stripped(String program) throws Exception {
            var compiler = ROOT.resolve(".safelight/tools/node_modules/typescript");
            assumeTrue(
                    Files.isDirectory(compiler),
                    "npm install --prefix .safelight/tools typescript@5 brings the compiler");
            var source = ROOT.resolve("docs/quickstart").resolve(program);
            var script = "const ts = require(process.argv[1]), fs = require('fs');"
                    + "fs.writeFileSync(process.argv[3], ts.transpileModule("
                    + "fs.readFileSync(process.argv[2], 'utf8'), {compilerOptions:"
                    + " {module: 'esnext', target: 'es2022'}}).outputText)";
            var target = folder.resolve(program.replace(".ts", ".mjs"));
            run(List.of(
                    "node",
                    "-e",
                    script,
                    compiler.toString(),
                    source.toString(),
                    target.toString()));
            return target;
        }
    }

    private static void need(String... programs) {
        for (var program : programs) {
            boolean there = List.of(System.getenv("PATH").split(":")).stream()
                    .anyMatch(at -> Files.isExecutable(Path.of(at, program)));
            assumeTrue(there, program + " is not installed");
        }
    }

    /** Runs a program to its end and gives what it printed. */
    private String run(List<String> command) throws IOException, InterruptedException {
        var builder = new ProcessBuilder(new ArrayList<>(command)).directory(folder.toFile());
        builder.environment().put("SAFELIGHT_URL", instance.url() + "/api/v1");
        builder.environment().put("SAFELIGHT_API_KEY", KEY);
        var process = builder.redirectErrorStream(true).start();
        var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(2, TimeUnit.MINUTES)).as(said).isTrue();
        assertThat(process.exitValue()).as(said).isZero();
        return said;
    }

    private static Path root() {
        for (Path at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
            if (Files.exists(at.resolve("safelight"))) return at;
        }
        throw new IllegalStateException("not in a checkout");
    }
}
