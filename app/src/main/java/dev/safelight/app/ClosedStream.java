package dev.safelight.app;

import java.io.IOException;
import java.io.OutputStream;

/** Stands for a standard stream that whoever started the process has closed. */
final class ClosedStream extends OutputStream {
    static final ClosedStream INSTANCE = new ClosedStream();

    private ClosedStream() {}

    @Override
    public void write(int b) throws IOException {
        throw new IOException("it is closed");
    }

    @Override
    public void flush() throws IOException {
        throw new IOException("it is closed");
    }
}
