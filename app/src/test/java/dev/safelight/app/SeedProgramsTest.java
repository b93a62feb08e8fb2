package dev.safelight.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/** Programs that the documents of the service show, as they stand there, against this server. */
class SeedProgramsTest {
    private static final Pattern ID = Pattern.compile("vg_tool_[0-9A-Z]{26}");
    private static final Pattern FILE = Pattern.compile("File id: vg_file_[0-9A-Z]{26}");

    @TempDir
    private Path folder;

    private SandboxedInstance server;

    @BeforeEach
    void serve() throws Exception {
        server = new SandboxedInstance();
    }

    @AfterEach
    void stop() throws Exception {
        server.close();
    }

    /** Starts, looks, calls off and looks again, as the page about asynchronous tasks says. */
    @Test
    void curl_starts_polls_and_cancels() throws Exception {
        need("curl");
        var started = curl("curl -sS -X POST \"$URL/v1/tools/generate-image\""
                + " -H \"Authorization: Bearer $KEY\" -H 'Content-Type: application/json'"
                + " -d '{\"prompt\":\"a\",\"metadata\":{\"sandbox.outcome\":\"hang\"}}'");
        assertThat(started).matches("\\{\"toolExecutionId\":\"vg_tool_[0-9A-Z]{26}\"}");
        var id = ID.matcher(started);
        assertThat(id.find()).isTrue();
        String path = "/v1/tools/executions/" + id.group();
        String look = "curl -sS \"$URL" + path + "\" -H \"Authorization: Bearer $KEY\"";
        assertThat(curl(look)).containsPattern("\"status\":\"(pending|running)\"");
        assertThat(curl("curl -sS -X POST \"$URL" + path
                        + "/cancel\" -H \"Authorization: Bearer $KEY\""))
                .isEqualTo(started);
        assertThat(curl(look)).contains("\"status\":\"cancelled\"");
    }

    /** The page's helper and the program that calls it, over a client of three lines. */
    @Test
    void the_typescript_poller_prints_the_file() throws Exception {
        need("node");
        var compiler = root().resolve(".safelight/tools/node_modules/typescript");
        assumeTrue(
                Files.isDirectory(compiler),
                "npm install --prefix .safelight/tools typescript@5 brings the compiler");
        for (var name : List.of("sdk.ts", "poll.ts")) strip(compiler, name);
        assertThat(run(List.of("node", "poll.mjs"))).containsPattern(FILE);
    }

    /** The types are for people: JavaScript is the program without them. */
    private void strip(Path compiler, String name) throws Exception {
        try (InputStream in = SeedProgramsTest.class.getResourceAsStream("seeds/" + name)) {
            Files.write(folder.resolve(name), in.readAllBytes());
        }
        var script = "const ts = require(process.argv[1]), fs = require('fs');"
                + "fs.writeFileSync(process.argv[3], ts.transpileModule("
                + "fs.readFileSync(process.argv[2], 'utf8'), {compilerOptions:"
                + " {module: 'esnext', target: 'es2022'}}).outputText"
                + ".replace('\"@videogen/sdk\"', '\"./sdk.mjs\"'))";
        var made = name.replace(".ts", ".mjs");
        run(List.of("node", "-e", script, compiler.toString(), name, made));
    }

    private String curl(String line) throws Exception {
        return run(List.of("sh", "-c", line));
    }

    private static void need(String program) {
        boolean there = Arrays.stream(System.getenv("PATH").split(":", -1))
                .anyMatch(at -> Files.isExecutable(Path.of(at, program)));
        assumeTrue(there, program + " is not installed");
    }

    private String run(List<String> command) throws IOException, InterruptedException {
        var builder = new ProcessBuilder(command).directory(folder.toFile());
        builder.environment().put("URL", server.url());
        builder.environment().put("KEY", SandboxedInstance.TEST_KEY);
        builder.environment().put("NO_PROXY", "127.0.0.1");
        var process = builder.redirectErrorStream(true).start();
        var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(2, TimeUnit.MINUTES)).as(said).isTrue();
        assertThat(process.exitValue()).as(said).isZero();
        return said;
    }

    private static Path root() {
        return Path.of("..").toAbsolutePath().normalize();
    }
}
