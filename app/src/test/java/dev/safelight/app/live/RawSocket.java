package dev.safelight.app.live;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;

/** A client that says exactly what a test wants, however wrong. */
public final class RawSocket implements AutoCloseable {
    private final Socket socket;

    public RawSocket(LiveServer server) {
        try {
            socket = new Socket(InetAddress.getLoopbackAddress(), server.http.port());
            socket.setSoTimeout(20_000);
        } catch (IOException refused) {
            throw new AssertionError("not even a connection", refused);
        }
    }

    public RawSocket say(String text) {
        return say(text.getBytes(StandardCharsets.UTF_8));
    }

    public RawSocket say(byte[] bytes) {
        try {
            socket.getOutputStream().write(bytes);
            socket.getOutputStream().flush();
        } catch (IOException closed) {
            // The server may have answered and gone before all was said; the answer counts.
        }
        return this;
    }

    /** What comes until these words have come. */
    public String hearUntil(String words) {
        var text = new StringBuilder();
        try {
            while (text.indexOf(words) < 0) {
                int next = socket.getInputStream().read();
                if (next < 0) throw new AssertionError("only this came: " + text);
                text.append((char) next);
            }
        } catch (IOException cut) {
            throw new AssertionError("only this came: " + text, cut);
        }
        return text.toString();
    }

    /** All that comes until the server closes. */
    public Reply hear() {
        var text = new StringBuilder();
        try {
            int next;
            while ((next = socket.getInputStream().read()) >= 0) text.append((char) next);
        } catch (SocketTimeoutException open) {
            throw new AssertionError("the connection stayed open after: " + text, open);
        } catch (IOException cut) {
            if (text.isEmpty()) throw new AssertionError("no answer at all", cut);
        }
        return new Reply(text.toString());
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }

    /** What came. */
    public record Reply(String text) {
        public int status() {
            return text.isEmpty() ? 0 : Integer.parseInt(text.split(" ", 3)[1]);
        }

        public JsonNode problem() {
            return JsonMapper.shared()
                    .readTree(text.substring(text.indexOf('{'), text.lastIndexOf('}') + 1));
        }
    }
}
