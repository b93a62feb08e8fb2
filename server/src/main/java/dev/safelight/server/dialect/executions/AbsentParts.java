package dev.safelight.server.dialect.executions;

import dev.safelight.server.http.face.Access;
import dev.safelight.server.http.face.BodyKind;
import dev.safelight.server.http.face.Handler;
import dev.safelight.server.http.face.Route;
import dev.safelight.server.http.problem.Problem;
import dev.safelight.server.http.problem.ProblemCode;
import dev.safelight.server.http.problem.Refusal;

import java.util.ArrayList;
import java.util.List;

/**
 * What is documented and not there: refused by name, never taken and dropped. What exists but has
 * no engine or part yet is 422, for old clients repeat a 501 or 503; what does not exist is 404.
 */
final class AbsentParts {
    private static final List<String> ENGINES = List.of(
            "/v1/text/generate",
            "/v1/entities",
            "/v1/workflows/script-to-video",
            "/v1/workflows/voiceover-to-video",
            "/v1/workflows/slideshow-to-video",
            "/v1/workflows/storyboard-to-video",
            "/v1/workflows/content-outline-to-video",
            "/v1/workflows/add-visuals-narrations-and-captions-to-script",
            "/v1/workflows/add-visuals-and-captions-to-voiceover",
            "/v1/workflows/add-narration-transitions-and-captions-to-slideshow",
            "/v1/workflows/generate-scenes-from-storyboard");
    private static final List<String> NOWHERE = List.of(
            "POST /v1/tools/generate-motion-graphic",
            "POST /v1/workflows/prompt-to-video-clip",
            "POST /v1/workflows/video-to-video",
            "POST /v1/files/import-url",
            "GET /v1/files/imports/*",
            "GET /v1/assistants",
            "POST /v1/assistants",
            "GET /v1/assistants/**",
            "POST /v1/assistants/**",
            "GET /v1/assistant-messages/*",
            "GET /v1/timeline-interchange/*",
            "POST /v1/projects/*/timeline-interchange");

    private final List<Route> routes = new ArrayList<>();

    private AbsentParts() {}

    static List<Route> routes() {
        var parts = new AbsentParts();
        for (var path : ENGINES) parts.add("POST " + path, noEngine(path));
        for (var route : NOWHERE) parts.add(route, nowhere(path(route)));
        parts.addObjects(
                "a project",
                "vg_proj_",
                "/v1/projects/*",
                "POST export",
                "GET exports",
                "GET exports/*",
                "POST remix",
                "GET remix-actions");
        parts.addObjects("a workflow run", "vg_work_", "/v1/workflows/runs/*", "POST cancel");
        parts.addObjects(
                "an entity",
                "vg_enti_",
                "/v1/entities/*",
                "POST update",
                "POST archive",
                "POST references",
                "POST references/remove");
        return List.copyOf(parts.routes);
    }

    private static Problem noEngine(String path) {
        return Problem.of(
                ProblemCode.ENGINE_UNAVAILABLE,
                "No engine for " + path + " is here yet. Nothing was taken.");
    }

    private static Problem nowhere(String path) {
        return Problem.of(
                ProblemCode.ROUTE_NOT_FOUND,
                "This server has no " + path.replace("/**", "").replace("/*", "")
                        + ". docs/dialects/executions.md lists what it has.");
    }

    private void add(String route, Problem problem) {
        routes.add(route(route, call -> {
            throw new Refusal(problem);
        }));
    }

    /** Objects of which there are none: a well-formed id is absent, another is no id. */
    private void addObjects(String what, String prefix, String path, String... below) {
        addObject("GET " + path, what, prefix);
        for (var operation : below)
            addObject(operation.replace(" ", " " + path + "/"), what, prefix);
    }

    private void addObject(String route, String what, String prefix) {
        var absent = Problem.of(
                ProblemCode.ROUTE_NOT_FOUND,
                "There is no such object: nothing here makes " + what + " yet.");
        routes.add(route(route, call -> {
            if (!call.segment(0).matches(prefix + "[A-Za-z0-9_-]{1,64}"))
                throw ExecutionIds.malformed(what);
            throw new Refusal(absent);
        }));
    }

    private static Route route(String route, Handler handler) {
        String method = route.substring(0, route.indexOf(' '));
        var access = method.equals("GET") ? Access.READ : Access.SUBMIT;
        return new Route(method, path(route), access, BodyKind.NONE, handler);
    }

    private static String path(String route) {
        return route.substring(route.indexOf(' ') + 1);
    }
}
