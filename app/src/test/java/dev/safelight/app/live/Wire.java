package dev.safelight.app.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Says raw requests to a server, and knows what a refusal looks like. */
public record Wire(LiveServer server) {
    public static final String SPEAK = "/api/v1/tools/generate-tts/execute";

    public static String head(String path, String... headers) {
        return "POST " + path + " HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer " + LiveServer.KEY
                + "\r\nConnection: close\r\n"
                + String.join("", List.of(headers).stream().map(h -> h + "\r\n").toList())
                + "\r\n";
    }

    public RawSocket.Reply send(String head, byte[] body) {
        try (var socket = new RawSocket(server)) {
            return socket.say(head).say(body).hear();
        } catch (IOException broken) {
            throw new AssertionError(broken);
        }
    }

    public RawSocket.Reply send(String text) {
        return send(text, new byte[0]);
    }

    /** Asks for speech with this body. */
    public RawSocket.Reply body(byte[] body) {
        return send(
                head(SPEAK, "Content-Type: application/json", "Content-Length: " + body.length),
                body);
    }

    public RawSocket.Reply body(String body) {
        return body(body.getBytes(StandardCharsets.UTF_8));
    }

    /** A Problem of this kind that tells nothing of what is inside. */
    public static void refused(RawSocket.Reply reply, int status, String code) {
        assertThat(reply.text()).startsWith("HTTP/1.1 " + status + " ");
        var problem = reply.problem();
        assertThat(problem.get("code").asString()).isEqualTo(code);
        assertThat(problem.get("charged").asBoolean()).isFalse();
        assertThat(reply.text())
                .doesNotContain("Exception")
                .doesNotContain("eclipse")
                .doesNotContain("\tat ")
                .doesNotContain("jackson");
    }
}
