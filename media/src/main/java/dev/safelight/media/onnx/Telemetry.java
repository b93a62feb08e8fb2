package dev.safelight.media.onnx;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;

import ai.onnxruntime.OrtException;

import org.jspecify.annotations.Nullable;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.invoke.MethodHandle;
import java.util.function.Supplier;

/**
 * What ONNX Runtime tells its maker: nothing. Its only full switch is an environment variable that
 * it reads when it is loaded. The launcher sets that; a program that uses these classes as a
 * library may not have, and Java cannot change the environment of a process that runs, so libc
 * does.
 */
final class Telemetry {
    static final String SWITCH = "ORT_DISABLE_TELEMETRY";
    private static final String OFF = "1";

    private final MethodHandle getenv;
    private final MethodHandle setenv;

    /**
     * @param lookup where the functions of POSIX are found; fails where a JVM has no linker
     * @throws OrtException when there are none: the switch is one of Linux and macOS alone
     */
    @SuppressWarnings("restricted") // Loading a native library, as is about to happen, is as well.
    Telemetry(Supplier<SymbolLookup> lookup) throws OrtException {
        try {
            var linker = Linker.nativeLinker();
            var libc = lookup.get();
            var get = FunctionDescriptor.of(ADDRESS, ADDRESS);
            var set = FunctionDescriptor.of(JAVA_INT, ADDRESS, ADDRESS, JAVA_INT);
            getenv = linker.downcallHandle(libc.findOrThrow("getenv"), get);
            setenv = linker.downcallHandle(libc.findOrThrow("setenv"), set);
        } catch (RuntimeException missing) {
            throw refused(missing);
        }
    }

    /**
     * Call before the library is loaded: afterwards it is without effect.
     *
     * @throws OrtException when that cannot be done here
     */
    static void switchOff() throws OrtException {
        new Telemetry(() -> Linker.nativeLinker().defaultLookup()).set(SWITCH, OFF);
    }

    /**
     * Leaves an environment alone that has the value already: other threads may be reading it, and
     * libc does not keep them apart.
     */
    void set(String name, String value) throws OrtException {
        try (var arena = Arena.ofConfined()) {
            var key = arena.allocateFrom(name);
            if (holds(key, value)) return;
            int failed = (int) setenv.invokeExact(key, arena.allocateFrom(value), 1);
            if (failed != 0 || !holds(key, value)) throw refused(null);
        } catch (OrtException | Error fault) {
            throw fault;
        } catch (Throwable fault) {
            throw refused(fault);
        }
    }

    @SuppressWarnings("restricted") // The text ends with a zero, which is where reading stops.
    private boolean holds(MemorySegment key, String value) throws Throwable {
        var found = (MemorySegment) getenv.invokeExact(key);
        return !found.equals(MemorySegment.NULL)
                && found.reinterpret(Long.MAX_VALUE).getString(0).equals(value);
    }

    private static OrtException refused(@Nullable Throwable cause) {
        var refusal =
                new OrtException("ONNX Runtime is not loaded: its telemetry cannot be switched"
                        + " off here (" + SWITCH + ")");
        if (cause != null) refusal.initCause(cause);
        return refusal;
    }
}
