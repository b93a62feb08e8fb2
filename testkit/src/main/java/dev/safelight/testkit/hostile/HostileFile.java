package dev.safelight.testkit.hostile;

import dev.safelight.core.asset.Inspection.Reason;

import java.util.function.Supplier;

/**
 * One of them.
 *
 * @param name what it is, as a test is named after it; safe as a file's name
 * @param making makes its bytes, the same each time
 */
public record HostileFile(String name, Supplier<byte[]> making, Expected expected) {

    /** What becomes of it. */
    public sealed interface Expected {}

    /** It is not taken. */
    public record Refused(Reason reason) implements Expected {}

    /** It is kept as what its beginning says, which harms nobody who is told that type. */
    public record Kept(String contentType) implements Expected {}

    static HostileFile damaged(String name, Supplier<byte[]> making) {
        return new HostileFile(name, making, new Refused(Reason.DAMAGED));
    }

    static HostileFile unknown(String name, Supplier<byte[]> making) {
        return new HostileFile(name, making, new Refused(Reason.UNKNOWN_TYPE));
    }

    static HostileFile tooMuch(String name, Supplier<byte[]> making) {
        return new HostileFile(name, making, new Refused(Reason.TOO_MUCH));
    }

    static HostileFile kept(String name, String contentType, Supplier<byte[]> making) {
        return new HostileFile(name, making, new Kept(contentType));
    }

    /** Its bytes, made anew. */
    public byte[] bytes() {
        return making.get();
    }

    @Override
    public String toString() {
        return name;
    }
}
