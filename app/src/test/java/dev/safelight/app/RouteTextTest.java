package dev.safelight.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.safelight.core.tool.EngineName;
import dev.safelight.core.tool.ModelName;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.List;
import java.util.Map;

class RouteTextTest {
    private static final EngineName CLIPS = new EngineName("clips");

    @Test
    void gives_each_model_its_engines_in_order() throws ConfigFault {
        var config = ConfigReader.read(
                List.of("--route", "sora-2=clips", "--route", "illustrator-1=illustrator"),
                Map.of());
        assertThat(config.routes())
                .isEqualTo(Map.of(
                        new ModelName("sora-2"),
                        List.of(CLIPS),
                        new ModelName("illustrator-1"),
                        List.of(EngineName.ILLUSTRATOR)));
    }

    @Test
    void may_stand_in_the_environment() throws ConfigFault {
        var config = ConfigReader.read(
                List.of(), Map.of("SAFELIGHT_ROUTE", "sora-2=clips  veo-3.1=clips"));
        assertThat(config.routes())
                .isEqualTo(Map.of(
                        new ModelName("sora-2"),
                        List.of(CLIPS),
                        new ModelName("veo-3.1"),
                        List.of(CLIPS)));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    sora-2                    | must be like illustrator-1=illustrator
                    sora2=clips               | there is no such model; did you mean sora-2?
                    sora-2=illustrator        | engines for sora-2 are clips
                    sora-2=clips,             | engines for sora-2 are clips
                    sora-2=clips sora-2=clips | may name sora-2 once only
                    """)
    void says_what_would_be_right(String text, String words) throws ConfigFault {
        var config = ConfigReader.read(List.of("--route", text), Map.of());
        assertThatThrownBy(config::check)
                .isInstanceOf(ConfigFault.class)
                .hasMessageContaining("route is '")
                .hasMessageEndingWith("but " + words);
    }
}
