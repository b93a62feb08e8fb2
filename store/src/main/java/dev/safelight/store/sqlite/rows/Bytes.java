package dev.safelight.store.sqlite.rows;

import dev.safelight.core.id.Id;
import dev.safelight.core.task.Fingerprint;

import java.nio.ByteBuffer;

/** 128 bits as the 16 bytes that a row holds. */
public final class Bytes {
    private Bytes() {}

    public static byte[] of(Id id) {
        return of(id.hi(), id.lo());
    }

    public static byte[] of(Fingerprint print) {
        return of(print.hi(), print.lo());
    }

    private static byte[] of(long hi, long lo) {
        return ByteBuffer.allocate(16).putLong(hi).putLong(lo).array();
    }

    public static Id id(byte[] bytes) {
        var buffer = ByteBuffer.wrap(bytes);
        return new Id(buffer.getLong(), buffer.getLong());
    }

    public static Fingerprint fingerprint(byte[] bytes) {
        var buffer = ByteBuffer.wrap(bytes);
        return new Fingerprint(buffer.getLong(), buffer.getLong());
    }
}
