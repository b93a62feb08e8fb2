package dev.safelight.app.http.tasks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.safelight.app.live.Hand;
import dev.safelight.app.live.LiveServer;

import org.junit.jupiter.api.Test;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;

/** The loop that the documents describe, with the real curl: submit, then query until the end. */
class TasksPollerTest extends TasksOverTheWire {
    /** A sleep says for how long, and lasts until the test lets it end. */
    private static final String PROGRAM = """
            set -eu
            sleep() { echo "sleep $1"; read -r _; }
            call() { curl -sS -X POST "$URL/v1/tasks/$1" -H "Authorization: Bearer $KEY" \\
                -H 'Content-Type: application/json' -d "$2"; }
            number() { sed -n 's/.*"'"$1"'":\\([0-9]*\\).*/\\1/p'; }
            eta=$(call submit "$SUBMIT" | number estimated_seconds)
            every=$(( ${eta:-30} / 6 ))
            [ "$every" -ge 2 ] || every=2
            while :; do
                view=$(call query "$QUERY")
                case "$view" in
                    *'"status":"pending"'*|*'"status":"running"'*) sleep "$every" ;;
                    *) echo "$view"; exit ;;
                esac
            done
            """;

    private Process run(String submit, String query) throws IOException {
        assumeTrue(Files.isExecutable(Path.of("/usr/bin/curl")), "there is no curl here");
        var builder = new ProcessBuilder("bash", "-c", PROGRAM);
        builder.environment().put("URL", "http://127.0.0.1:" + server.http.port());
        builder.environment().put("KEY", LiveServer.KEY);
        builder.environment().put("SUBMIT", submit);
        builder.environment().put("QUERY", query);
        return builder.redirectError(ProcessBuilder.Redirect.INHERIT).start();
    }

    @Test
    void by_the_callers_own_id_polls_at_the_documented_pace_until_completed() throws Exception {
        var process = run(DOCUMENTED, byOwnId("my-render-2026-05-25-001"));
        try (BufferedReader said = process.inputReader();
                Writer answers = process.outputWriter()) {
            assertThat(said.readLine()).isEqualTo("sleep 25");
            var hand = server.hand();
            var lease = hand.take(Hand.CLIPS);
            answers.write("\n");
            answers.flush();
            assertThat(said.readLine()).isEqualTo("sleep 25");
            hand.finish(lease, "video/mp4", "a.mp4", new byte[9]);
            answers.write("\n");
            answers.flush();
            assertThat(said.readLine())
                    .contains("\"status\":\"completed\"", "\"credits_used\":0.64");
        }
        assertThat(process.waitFor()).isZero();
    }

    @Test
    void by_our_id_is_told_of_a_short_task_at_once() throws Exception {
        String task = submit(PICTURE);
        client.done("POST", CANCEL, byId(task));
        var process = run(PICTURE.replace("\"params\"", "\"priority\":9,\"params\""), byId(task));
        try (BufferedReader said = process.inputReader()) {
            assertThat(said.readLine()).contains("\"status\":\"cancelled\"");
        }
        assertThat(process.waitFor()).isZero();
    }
}
