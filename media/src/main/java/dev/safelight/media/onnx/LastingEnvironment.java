package dev.safelight.media.onnx;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.invoke.MethodHandle;

/**
 * Keeps ONNX Runtime's environment until the process has ended. Its Java classes release it in a
 * shutdown hook, which runs beside those hooks that let work finish, and a session that is created
 * or run afterwards reads freed memory. The environment counts its references, so one more, which
 * nobody gives back, keeps it. Java has no way to ask for that; the C API has.
 */
final class LastingEnvironment {
    private static final Logger LOG = LoggerFactory.getLogger(LastingEnvironment.class);

    // The structures of the C API only grow at their end, so these hold in every version of it.
    private static final int API_VERSION = 1;
    private static final int GET_API = 0; // of OrtApiBase
    private static final int CREATE_ENV = 3; // of OrtApi
    private static final int WARNING = 2; // OrtLoggingLevel; ignored where there is one already

    private static final FunctionDescriptor NO_ARGUMENTS = FunctionDescriptor.of(ADDRESS);
    private static final FunctionDescriptor OF_VERSION = FunctionDescriptor.of(ADDRESS, JAVA_INT);
    private static final FunctionDescriptor OF_ENVIRONMENT =
            FunctionDescriptor.of(ADDRESS, JAVA_INT, ADDRESS, ADDRESS);

    private final SymbolLookup library;

    /**
     * @param library where the functions of ONNX Runtime are found
     */
    LastingEnvironment(SymbolLookup library) {
        this.library = library;
    }

    /** Call once, when there is an environment: each call adds a reference for good. */
    static boolean keep() {
        return new LastingEnvironment(SymbolLookup.loaderLookup()).hold();
    }

    /** Whether it is kept; where that cannot be done it is of use until the process is to end. */
    boolean hold() {
        try {
            if (addReference()) return true;
            LOG.info("ONNX Runtime's environment may end before the work does: it is refused");
        } catch (Error fault) {
            throw fault;
        } catch (Throwable missing) {
            LOG.info("ONNX Runtime's environment may end before the work does", missing);
        }
        return false;
    }

    private boolean addReference() throws Throwable {
        var getBase = function(library.findOrThrow("OrtGetApiBase"), NO_ARGUMENTS);
        var base = (MemorySegment) getBase.invokeExact();
        var getApi = function(entry(base, GET_API), OF_VERSION);
        var api = (MemorySegment) getApi.invokeExact(API_VERSION);
        if (api.equals(MemorySegment.NULL)) return false;
        var create = function(entry(api, CREATE_ENV), OF_ENVIRONMENT);
        try (var arena = Arena.ofConfined()) {
            var name = arena.allocateFrom("safelight");
            var out = arena.allocate(ADDRESS);
            var failure = (MemorySegment) create.invokeExact(WARNING, name, out);
            return failure.equals(MemorySegment.NULL);
        }
    }

    @SuppressWarnings("restricted") // As in Telemetry: the library itself is native code.
    private static MethodHandle function(MemorySegment address, FunctionDescriptor type) {
        return Linker.nativeLinker().downcallHandle(address, type);
    }

    @SuppressWarnings("restricted") // The header says that the table is at least this long.
    private static MemorySegment entry(MemorySegment table, int index) {
        return table.reinterpret((index + 1) * ADDRESS.byteSize()).getAtIndex(ADDRESS, index);
    }
}
