package dev.safelight.server.asset;

import dev.safelight.core.asset.Asset;
import dev.safelight.core.id.Id;
import dev.safelight.server.http.face.Answer;
import dev.safelight.server.http.problem.Header;

import java.nio.charset.StandardCharsets;
import java.util.List;

/** A page without a script that shows one file, or lets it be saved where it is not to be shown. */
final class PreviewPage {
    private static final List<Header> HEADERS = List.of(
            new Header("Cache-Control", "no-cache"),
            new Header("X-Content-Type-Options", "nosniff"),
            new Header("Referrer-Policy", "no-referrer"),
            new Header(
                    "Content-Security-Policy",
                    "default-src 'none'; img-src 'self'; media-src 'self';"
                            + " style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"));

    private PreviewPage() {}

    static Answer of(Asset asset, Id preview) {
        String name = escaped(asset.file().name());
        // Relative, for whatever stands before our paths to whoever looks at it.
        String source = escaped(preview + "/" + PublicAddresses.segment(asset));
        String shown = switch (ShownType.of(asset.file().contentType())) {
            case PICTURE -> "<img src=\"" + source + "\" alt=\"" + name + "\">";
            case CLIP -> "<video src=\"" + source + "\" controls playsinline></video>";
            case SOUND -> "<audio src=\"" + source + "\" controls></audio>";
            case NEVER -> "<a href=\"" + source + "\" download>Save " + name + "</a>";
        };
        String text = page(name, shown);
        return new Answer.Text(
                200, "text/html; charset=utf-8", text.getBytes(StandardCharsets.UTF_8), HEADERS);
    }

    private static String page(String title, String shown) {
        return """
            <!doctype html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>%s</title>
            <style>
            :root { color-scheme: light dark; }
            body { margin: 0; min-height: 100vh; display: grid; place-items: center; }
            body { font: 16px/1.5 system-ui, sans-serif; }
            img, video { max-width: 100vw; max-height: 100vh; display: block; }
            audio { width: min(90vw, 40rem); }
            </style>
            </head>
            <body>
            %s
            </body>
            </html>
            """.formatted(title, shown);
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
