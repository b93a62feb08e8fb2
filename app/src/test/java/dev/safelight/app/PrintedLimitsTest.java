package dev.safelight.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

import java.lang.reflect.RecordComponent;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

class PrintedLimitsTest {
    private static final long GIB = 1L << 30;

    private static Config config(String... flags) throws ConfigFault {
        return ConfigReader.read(List.of(flags), Map.of());
    }

    /** The record's variants that differ from it in one figure each, however deep it stands. */
    private static List<Record> variants(Record whole) throws ReflectiveOperationException {
        var components = whole.getClass().getRecordComponents();
        var values = new Object[components.length];
        for (int i = 0; i < values.length; i++) values[i] = value(components[i], whole);
        var types = Arrays.stream(components).map(RecordComponent::getType);
        var constructor = whole.getClass().getDeclaredConstructor(types.toArray(Class[]::new));
        constructor.setAccessible(true);
        var variants = new ArrayList<Record>();
        for (int i = 0; i < values.length; i++) {
            for (var other : others(values[i])) {
                var changed = values.clone();
                changed[i] = other;
                variants.add(constructor.newInstance(changed));
            }
        }
        return variants;
    }

    private static Object value(RecordComponent component, Record whole)
            throws ReflectiveOperationException {
        component.getAccessor().setAccessible(true);
        return component.getAccessor().invoke(whole);
    }

    private static List<?> others(Object value) throws ReflectiveOperationException {
        return switch (value) {
            case Integer figure -> List.of(figure + 7);
            case Long figure -> List.of(figure + 7);
            case Duration time -> List.of(time.plusSeconds(7));
            case Record part -> variants(part);
            default -> throw new IllegalArgumentException("no figure: " + value);
        };
    }

    @Test
    void of_every_limit_the_figure_is_in_the_words() throws ReflectiveOperationException {
        var usual = Limits.USUAL.lines();
        var variants = variants(Limits.USUAL);
        assertThat(variants).hasSizeGreaterThan(18);
        assertThat(variants)
                .allSatisfy(other -> assertThat(((Limits) other).lines()).isNotEqualTo(usual));
    }

    @Test
    void a_start_prints_all_of_them() throws ConfigFault {
        var config = config("--live-tasks", "4321", "--queue-limit", "765");
        assertThat(Greeting.of("http://127.0.0.1:1", config, Optional.empty()))
                .contains(config.limits().lines())
                .contains("live tasks 4321", "writes queued 765", "keys in memory 65536");
    }

    @Nested
    class TheMostLiveTasks {
        @Test
        void are_about_a_million_where_memory_allows() {
            assertThat(Limits.usual(3 * GIB).store().writes().liveTasks()).isEqualTo(1L << 20);
        }

        @Test
        void take_no_more_than_half_of_a_small_heap() {
            for (long heap : new long[] {GIB / 16, GIB / 4, GIB, 2 * GIB}) {
                long most = Limits.usual(heap).store().writes().liveTasks();
                assertThat(most * Limits.BYTES_OF_A_LIVE_TASK)
                        .isBetween(heap / 2 - 1_024, heap / 2);
            }
        }

        @Test
        void reach_the_store() throws ConfigFault {
            assertThat(config("--live-tasks", "17").limits().store().writes().liveTasks())
                    .isEqualTo(17);
        }

        @Test
        void are_refused_before_a_start_where_memory_cannot_hold_them() {
            for (var wrong : List.of("0", "-1", "many", "2147483647", "99999999999")) {
                assertThatThrownBy(() -> config("--live-tasks", wrong).check())
                        .as(wrong)
                        .isInstanceOf(ConfigFault.class)
                        .hasMessageContaining("live-tasks");
            }
        }
    }
}
