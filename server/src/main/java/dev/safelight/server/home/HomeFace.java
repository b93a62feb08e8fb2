package dev.safelight.server.home;

import dev.safelight.server.http.address.PublicAddress;
import dev.safelight.server.http.face.Access;
import dev.safelight.server.http.face.Answer;
import dev.safelight.server.http.face.Conventions;
import dev.safelight.server.http.face.Face;
import dev.safelight.server.http.face.Route;
import dev.safelight.server.http.problem.Header;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;

/** {@code GET /}: a plain page that says what runs here and where the APIs are. */
public final class HomeFace {
    private static final List<Header> HEADERS = List.of(
            new Header("Cache-Control", "no-cache"),
            new Header("X-Content-Type-Options", "nosniff"),
            new Header("X-Frame-Options", "DENY"),
            new Header(
                    "Content-Security-Policy",
                    "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'"));

    private final PublicAddress address;
    private final List<Offered> tools;

    private HomeFace(PublicAddress address, List<Offered> tools) {
        this.address = address;
        this.tools = tools;
    }

    /**
     * A tool as the page shows it.
     *
     * @param engine who makes it
     * @param installed whether that engine is here
     */
    public record Offered(String name, String title, String engine, boolean installed) {}

    /** The page over what is offered; the address is asked for at each look. */
    public static Face of(PublicAddress address, List<Offered> tools) {
        var home = new HomeFace(address, tools);
        var route = Route.get("/", Access.OPEN, call -> home.page());
        return new Face(List.of(), Conventions.PLAIN, List.of(route));
    }

    private Answer page() {
        String rows = tools.stream().map(HomeFace::row).collect(Collectors.joining("\n"));
        String text =
                template().replace("{base}", escaped(address.of(""))).replace("{tools}", rows);
        return new Answer.Text(
                200, "text/html; charset=utf-8", text.getBytes(StandardCharsets.UTF_8), HEADERS);
    }

    private static String row(Offered tool) {
        String engine = escaped(tool.engine());
        return "<tr" + (tool.installed() ? "" : " class=\"absent\"") + "><td><code>"
                + escaped(tool.name()) + "</code></td><td>" + escaped(tool.title()) + "</td><td>"
                + (tool.installed() ? engine : engine + " (not installed)") + "</td></tr>";
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
    }

    private static String template() {
        try (InputStream in = HomeFace.class.getResourceAsStream("home.html")) {
            if (in == null) throw new IllegalStateException("home.html is missing");
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
