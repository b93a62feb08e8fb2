package dev.safelight.bench.http;

import org.jspecify.annotations.Nullable;

import java.io.EOFException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** One kept-alive connection of HTTP/1.1 with one request under way at most. */
final class Wire {
    private static final byte[] HEAD_END = ascii("\r\n\r\n");
    private static final byte[] LENGTH = ascii("\r\ncontent-length: ");
    private static final byte[] LAST_CHUNK = ascii("\r\n0\r\n\r\n");
    final SocketChannel channel;
    long sent;
    private ByteBuffer in = ByteBuffer.allocate(1_024);

    Wire(int port) throws IOException {
        channel = SocketChannel.open(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
        channel.configureBlocking(false);
    }

    static byte[] post(String path, String key, String headers, String body) {
        return ascii("POST " + path + " HTTP/1.1\r\nHost: 127.0.0.1\r\nAuthorization: Bearer " + key
                + "\r\nContent-Type: application/json\r\n" + headers + "Content-Length: "
                + body.length() + "\r\n\r\n" + body);
    }

    static byte[] get(String path) {
        return ascii("GET " + path + " HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n");
    }

    static byte[] get(String path, String key) {
        return ascii("GET " + path + " HTTP/1.1\r\nHost: 127.0.0.1\r\nAuthorization: Bearer " + key
                + "\r\n\r\n");
    }

    /** A request is small, so the empty socket takes it whole. */
    public void send(byte[] request) throws IOException {
        sent = System.nanoTime();
        var bytes = ByteBuffer.wrap(request);
        while (bytes.hasRemaining()) {
            int _ = channel.write(bytes);
        }
    }

    /** The answer once all of it is there. */
    @Nullable
    Reply receive() throws IOException {
        if (!in.hasRemaining())
            in = ByteBuffer.wrap(Arrays.copyOf(in.array(), in.capacity() * 2))
                    .position(in.position());
        if (channel.read(in) < 0)
            throw new EOFException("closed after "
                    + new String(in.array(), 0, in.position(), StandardCharsets.ISO_8859_1));
        if (!isWhole()) return null;
        var reply = Reply.of(in.array(), in.position());
        in.clear();
        return reply;
    }

    private boolean isWhole() {
        int head = find(HEAD_END, in.position());
        if (head < 0) return false;
        int length = find(LENGTH, head + 2);
        if (length < 0) return endsWith(LAST_CHUNK);
        int declared = 0;
        for (int at = length + LENGTH.length; in.get(at) != '\r'; at++)
            declared = declared * 10 + in.get(at) - '0';
        return in.position() >= head + HEAD_END.length + declared;
    }

    private int find(byte[] wanted, int end) {
        byte[] bytes = in.array();
        for (int at = 0; at + wanted.length <= end; at++) {
            if (matches(bytes, at, wanted)) return at;
        }
        return -1;
    }

    private boolean endsWith(byte[] wanted) {
        int at = in.position() - wanted.length;
        return at >= 0 && matches(in.array(), at, wanted);
    }

    /** Header names come in any case. */
    private static boolean matches(byte[] bytes, int at, byte[] wanted) {
        for (int i = 0; i < wanted.length; i++) {
            if (Character.toLowerCase(bytes[at + i]) != wanted[i]) return false;
        }
        return true;
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }
}
