package dev.safelight.core.tool;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import tools.jackson.databind.json.JsonMapper;

import java.util.List;
import java.util.Map;
import java.util.Set;

class RoutesTest {
    private static final EngineName FIRST = new EngineName("first");
    private static final EngineName SECOND = new EngineName("second");
    private static final EngineName THIRD = new EngineName("third");
    private final Model model = new Model(
            new ModelName("any-1"),
            Catalog.load().tools().getFirst(),
            List.of(FIRST, SECOND),
            new Model.Own(JsonMapper.shared().createObjectNode(), null, null),
            JsonMapper.shared().createObjectNode());

    @Test
    void take_the_first_engine_that_is_here() {
        assertThat(Routes.over(Set.of(FIRST, SECOND)).engineOf(model)).isEqualTo(FIRST);
        assertThat(Routes.over(Set.of(SECOND, THIRD)).engineOf(model)).isEqualTo(SECOND);
    }

    @Test
    void take_the_last_when_none_is_here() {
        assertThat(Routes.over(Set.of(THIRD)).engineOf(model)).isEqualTo(SECOND);
    }

    @Test
    void follow_the_operator_for_the_models_that_were_chosen_alone() {
        var chosen = Map.of(model.name(), List.of(THIRD, FIRST));
        assertThat(new Routes(chosen, Set.of(FIRST, THIRD)).engineOf(model)).isEqualTo(THIRD);
        assertThat(new Routes(chosen, Set.of(FIRST, SECOND)).engineOf(model)).isEqualTo(FIRST);
        var others = Map.of(new ModelName("other-1"), List.of(THIRD));
        assertThat(new Routes(others, Set.of(FIRST, THIRD)).engineOf(model)).isEqualTo(FIRST);
    }
}
