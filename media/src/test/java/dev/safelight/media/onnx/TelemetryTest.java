package dev.safelight.media.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.onnxruntime.OrtException;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.foreign.ValueLayout;
import java.util.Optional;

@DisabledOnOs(OS.WINDOWS)
class TelemetryTest {
    private static final String NAME = "SAFELIGHT_TELEMETRY_TEST";
    private static final SymbolLookup LIBC = Linker.nativeLinker().defaultLookup();

    @Nested
    class TheEnvironment {
        @Test
        void holds_what_was_not_there() throws Throwable {
            new Telemetry(() -> LIBC).set(NAME + "_NEW", "1");

            assertThat(text(variable(NAME + "_NEW"))).isEqualTo("1");
        }

        /** None of these is known to switch it off in every version. */
        @ParameterizedTest
        @ValueSource(strings = {"", "0", "true", "yes", "off", "11", " 1"})
        void holds_one_in_place_of_another_value(String before) throws Throwable {
            new Telemetry(() -> LIBC).set(NAME, before);

            new Telemetry(() -> LIBC).set(NAME, "1");

            assertThat(text(variable(NAME))).isEqualTo("1");
        }

        @Test
        void is_not_written_to_when_the_value_is_there() throws Throwable {
            new Telemetry(() -> LIBC).set(NAME, "1");
            var before = variable(NAME);

            new Telemetry(() -> LIBC).set(NAME, "1");

            assertThat(variable(NAME)).isEqualTo(before);
        }

        @Test
        void has_the_switch_thrown() throws Throwable {
            new Telemetry(() -> LIBC).set(Telemetry.SWITCH, "0");

            Telemetry.switchOff();

            assertThat(text(variable("ORT_DISABLE_TELEMETRY"))).isEqualTo("1");
        }
    }

    @Nested
    class WhereItCannotBeDone {
        @ParameterizedTest
        @ValueSource(strings = {"getenv", "setenv"})
        void the_library_is_refused(String missing) {
            SymbolLookup without =
                    name -> name.equals(missing) ? Optional.empty() : LIBC.find(name);

            assertThatThrownBy(() -> new Telemetry(() -> without))
                    .isInstanceOf(OrtException.class)
                    .hasMessageContaining("not loaded")
                    .hasMessageContaining("ORT_DISABLE_TELEMETRY");
        }

        @Test
        void a_jvm_without_a_linker_refuses_it_as_well() {
            var none = new UnsupportedOperationException("no linker");

            assertThatThrownBy(() -> new Telemetry(() -> {
                        throw none;
                    }))
                    .isInstanceOf(OrtException.class)
                    .hasMessageContaining("not loaded")
                    .hasCause(none);
        }

        @Test
        void a_name_that_libc_refuses_is_told() throws OrtException {
            var telemetry = new Telemetry(() -> LIBC);

            assertThatThrownBy(() -> telemetry.set("", "1")).isInstanceOf(OrtException.class);
            assertThatThrownBy(() -> telemetry.set("A=B", "1")).isInstanceOf(OrtException.class);
        }
    }

    /** As the library itself asks. */
    @SuppressWarnings("restricted")
    private static MemorySegment variable(String name) throws Throwable {
        var type = FunctionDescriptor.of(ValueLayout.ADDRESS, ValueLayout.ADDRESS);
        var getenv = Linker.nativeLinker().downcallHandle(LIBC.findOrThrow("getenv"), type);
        try (var arena = Arena.ofConfined()) {
            return (MemorySegment) getenv.invokeExact(arena.allocateFrom(name));
        }
    }

    @SuppressWarnings("restricted")
    private static String text(MemorySegment value) {
        return value.reinterpret(64).getString(0);
    }
}
