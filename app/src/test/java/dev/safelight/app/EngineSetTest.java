package dev.safelight.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.safelight.core.engine.Engine;
import dev.safelight.core.tool.Catalog;
import dev.safelight.core.tool.EngineName;
import dev.safelight.core.tool.ModelName;
import dev.safelight.engines.absent.AbsentEngine;

import org.junit.jupiter.api.Test;

import java.util.HashSet;
import java.util.List;
import java.util.Map;

class EngineSetTest {
    private static final EngineName OTHER = new EngineName("other");
    private final Engine clips = new AbsentEngine(new EngineName("clips"));

    @Test
    void has_one_engine_for_every_name_that_a_task_can_be_routed_to() {
        var set = new EngineSet(
                Catalog.load(), Map.of(new ModelName("sora-2"), List.of(OTHER)), clips);
        var expected = new HashSet<>(Catalog.load().engines());
        expected.add(OTHER);
        assertThat(set.all()).contains(clips);
        assertThat(set.all().stream().map(Engine::name))
                .doesNotHaveDuplicates()
                .containsExactlyInAnyOrderElementsOf(expected);
    }

    @Test
    void takes_only_those_that_are_here_for_installed() {
        var set = new EngineSet(Catalog.load(), Map.of(), clips);
        assertThat(set.offer().routes().installed()).containsExactly(clips.name());
    }
}
