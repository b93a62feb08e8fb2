package dev.safelight.server.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.safelight.server.http.face.Access;
import dev.safelight.server.http.face.Answer;
import dev.safelight.server.http.face.BodyKind;
import dev.safelight.server.http.face.Conventions;
import dev.safelight.server.http.face.Envelope;
import dev.safelight.server.http.face.Face;
import dev.safelight.server.http.face.KeyOrder;
import dev.safelight.server.http.face.RateHeaders;
import dev.safelight.server.http.face.Route;
import dev.safelight.server.http.problem.Problem;
import dev.safelight.server.http.problem.ProblemCode;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Map;

class RouterTest {
    private static final Envelope OWN =
            (problem, id) -> new Answer.Text(problem.status(), "own", new byte[0], List.of());
    private static final Envelope OTHER =
            (problem, id) -> new Answer.Text(problem.status(), "other", new byte[0], List.of());
    private final Route literal = route("POST", "/api/v1/tools/wait/execute");
    private final Route wild = route("POST", "/api/v1/tools/*/execute");
    private final Route file = route("GET", "/assets/*/*");
    private final Route all = route("GET", "/v1/all/**");
    private final Router router = new Router(List.of(
            new Face(List.of("/api/v1"), own(OWN), List.of(literal, wild)),
            new Face(List.of("/v1"), own(OTHER), List.of(all)),
            new Face(List.of("/assets", "/v1/own"), Conventions.PLAIN, List.of(file))));

    private static Route route(String method, String path) {
        return new Route(method, path, Access.OPEN, BodyKind.NONE, call -> Answer.json("{}"));
    }

    private static Conventions own(Envelope envelope) {
        return new Conventions(envelope, RateHeaders.NONE, KeyOrder.AUTHORIZATION_FIRST);
    }

    private Router.Found found(String method, String path) {
        return (Router.Found) router.match(method, path);
    }

    @Test
    void a_literal_goes_before_a_wildcard() {
        assertThat(found("POST", "/api/v1/tools/wait/execute").route()).isSameAs(literal);
        var other = found("POST", "/api/v1/tools/else/execute");
        assertThat(other.route()).isSameAs(wild);
        assertThat(other.values()).containsExactly("else");
    }

    @Test
    void wildcards_are_handed_over_in_order() {
        assertThat(found("GET", "/assets/a/b%20c").values()).containsExactly("a", "b%20c");
    }

    @Test
    void head_is_served_by_get() {
        assertThat(found("HEAD", "/assets/a/b").route()).isSameAs(file);
    }

    @Test
    void a_known_path_with_another_method_says_which_are_allowed() {
        assertThat(router.match("GET", "/api/v1/tools/wait/execute"))
                .isEqualTo(new Router.WrongMethod("POST"));
        assertThat(router.match("DELETE", "/assets/a/b"))
                .isEqualTo(new Router.WrongMethod("GET, HEAD"));
    }

    @Test
    void what_is_longer_shorter_or_elsewhere_is_unknown() {
        for (var path : List.of("", "/", "/api/v1/tools", "/assets/a", "/assets/a/b/c"))
            assertThat(router.match("GET", path)).as(path).isEqualTo(new Router.Unknown());
    }

    @Test
    void problems_take_the_envelope_of_the_base_that_they_are_below() {
        var problem = Problem.of(ProblemCode.ROUTE_NOT_FOUND, "x");
        var types = Map.of(
                "/api/v1/none", "own",
                "/api/v1", "own",
                "/api/v11", "application/problem+json",
                "/v1/none", "other",
                "/v1/owner", "other",
                "/v1/own", "application/problem+json",
                "/v1/own/none", "application/problem+json");
        types.forEach((path, type) -> {
            var shown = router.conventions(path).envelope().show(problem, "r");
            assertThat(shown.contentType()).as(path).isEqualTo(type);
        });
    }

    @Test
    void two_stars_stand_for_all_segments_that_follow() {
        assertThat(found("GET", "/v1/all/a/b/c").values()).containsExactly("a/b/c");
        assertThat(found("GET", "/v1/all/a").values()).containsExactly("a");
        assertThat(router.match("GET", "/v1/all")).isEqualTo(new Router.Unknown());
    }

    @Test
    void two_routes_for_one_thing_are_a_mistake_of_ours() {
        var face =
                new Face(List.of(), Conventions.PLAIN, List.of(file, route("GET", "/assets/*/*")));
        assertThatThrownBy(() -> new Router(List.of(face))).hasMessageContaining("GET /assets/*/*");
    }
}
