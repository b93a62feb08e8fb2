package dev.safelight.bench.http;

import dev.safelight.bench.Table;

import java.io.Closeable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Event streams on which nothing happens, all of one task, and what they take of the server. */
final class OpenStreams {
    private static final int PATIENCE_MILLIS = 30_000;

    private final Ours ours;
    private final Table table = new Table(
            "streams", "live heap KiB each", "RSS KiB each", "open and told of the task in s");

    OpenStreams(Ours ours) {
        this.ours = ours;
    }

    Table table() {
        return table;
    }

    /** Opens so many, and lets them go. */
    void run(int streams) throws IOException {
        byte[] request = ours.stream(ours.hang());
        long heap = ours.child.liveHeap();
        long resident = ours.child.resident();
        long begun = System.nanoTime();
        var open = new ArrayList<Socket>();
        Closeable all = () -> closeAll(open);
        try (all) {
            for (int i = 0; i < streams; i++) open.add(send(request));
            for (var each : open) awaitEvent(each);
            double seconds = (System.nanoTime() - begun) / 1e9;
            table.row(
                    streams,
                    show((ours.child.liveHeap() - heap) / 1024.0 / streams),
                    show((ours.child.resident() - resident) / 1024.0 / streams),
                    show(seconds));
        }
    }

    private static void closeAll(List<Socket> open) throws IOException {
        for (var each : open) each.close();
    }

    private Socket send(byte[] request) throws IOException {
        var socket = new Socket(InetAddress.getLoopbackAddress(), ours.child.port);
        socket.setSoTimeout(PATIENCE_MILLIS);
        socket.getOutputStream().write(request);
        return socket;
    }

    /** Until its data begins. */
    private static void awaitEvent(Socket socket) throws IOException {
        var heard = new StringBuilder();
        while (heard.indexOf("\ndata: ") < 0) {
            int next = socket.getInputStream().read();
            if (next < 0) throw new IOException("no stream: " + heard);
            heard.append((char) next);
        }
    }

    private static String show(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }
}
