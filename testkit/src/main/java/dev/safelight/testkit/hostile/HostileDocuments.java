package dev.safelight.testkit.hostile;

import static dev.safelight.testkit.hostile.HostileFile.damaged;
import static dev.safelight.testkit.hostile.HostileFile.kept;
import static dev.safelight.testkit.hostile.HostileFile.unknown;

import java.nio.charset.StandardCharsets;
import java.util.List;

/** SVG, HTML, PDF and XML: script, entities, and two types at once. */
final class HostileDocuments {
    private static final String TYPE = "image/svg+xml";
    private static final String SPACE = "xmlns='http://www.w3.org/2000/svg'";
    private static final String SCRIPT = "<script>alert(document.domain)</script>";

    private HostileDocuments() {}

    static List<HostileFile> all(String canary) {
        return List.of(
                damaged("svg-of-a-billion-laughs", HostileDocuments::laughs),
                damaged("svg-with-an-entity-of-a-local-file", () -> entity("file:///etc/passwd")),
                damaged("svg-with-an-entity-of-the-network", () -> entity(canary)),
                damaged("svg-with-a-document-type-of-the-network", () -> documentType(canary)),
                damaged("svg-with-a-parameter-entity", () -> parameter(canary)),
                damaged("svg-cut-off-in-its-first-element", () -> text("<svg " + SPACE + " wid")),
                damaged("svg-after-a-megabyte-of-comment", HostileDocuments::longComment),
                damaged("svg-with-a-hundred-thousand-attributes", HostileDocuments::attributes),
                kept("svg-with-script", TYPE, () -> svg(SCRIPT)),
                kept("svg-with-an-onload", TYPE, () -> text("<svg onload='alert(1)'/>")),
                kept("svg-with-html-inside", TYPE, HostileDocuments::foreign),
                kept("svg-that-fetches-a-picture", TYPE, () -> fetching(canary)),
                kept("svg-with-a-style-sheet-of-the-network", TYPE, () -> styled(canary)),
                kept("svg-nested-a-hundred-thousand-deep", TYPE, HostileDocuments::nested),
                kept("svg-in-utf-16", TYPE, HostileDocuments::utf16),
                unknown("svg-packed", () -> Nonsense.gzip(svg(""))),
                unknown("xml-that-is-html", HostileDocuments::xhtml),
                unknown("html", () -> text("<!doctype html><title>a</title>" + SCRIPT)),
                unknown("html-after-a-comment", () -> text("<html><!-- <svg> -->" + SCRIPT)),
                unknown("script", () -> text("alert(document.domain)")),
                damaged("pdf-without-an-end", () -> text("%PDF-1.7\n" + SCRIPT)),
                damaged("pdf-of-its-first-bytes", () -> text("%PDF-")),
                kept("pdf-that-is-html-as-well", "application/pdf", HostileDocuments::pdf),
                kept("pdf-with-script", "application/pdf", HostileDocuments::pdfScript),
                kept("png-that-is-html-as-well", "image/png", HostileDocuments::png));
    }

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] svg(String inside) {
        return text("<svg " + SPACE + " width='9' height='9'>" + inside + "</svg>");
    }

    private static byte[] laughs() {
        var text = new StringBuilder("<!DOCTYPE svg [<!ENTITY a0 'ha'>");
        for (int i = 1; i < 30; i++) {
            String ten = ("&a" + (i - 1) + ";").repeat(10);
            text.append("<!ENTITY a%d '%s'>".formatted(i, ten));
        }
        return text(text + "]><svg " + SPACE + " width='&a29;'>&a29;</svg>");
    }

    private static byte[] entity(String address) {
        return text("<?xml version='1.0'?><!DOCTYPE svg [<!ENTITY e SYSTEM '%s'>]><svg %s>&e;</svg>"
                .formatted(address, SPACE));
    }

    private static byte[] documentType(String address) {
        return text("<!DOCTYPE svg SYSTEM '%s'><svg %s/>".formatted(address, SPACE));
    }

    private static byte[] parameter(String address) {
        return text("<!DOCTYPE svg [<!ENTITY %% p SYSTEM '%s'> %%p;]><svg %s/>"
                .formatted(address, SPACE));
    }

    private static byte[] longComment() {
        return text("<!-- " + "a".repeat(1 << 20) + " --><svg " + SPACE + "/>");
    }

    private static byte[] attributes() {
        var text = new StringBuilder("<svg " + SPACE);
        for (int i = 0; i < 100_000; i++) text.append(" a").append(i).append("=''");
        return text(text + "/>");
    }

    private static byte[] foreign() {
        return svg("<foreignObject><body xmlns='http://www.w3.org/1999/xhtml'>%s</body>"
                .formatted(SCRIPT));
    }

    private static byte[] fetching(String address) {
        return svg("<image href='%s' width='9' height='9'/>".formatted(address));
    }

    private static byte[] styled(String address) {
        return text("<?xml version='1.0'?><?xml-stylesheet href='%s'?><svg %s/>"
                .formatted(address, SPACE));
    }

    private static byte[] nested() {
        return svg("<g>".repeat(100_000));
    }

    private static byte[] utf16() {
        return ("\uFEFF<svg " + SPACE + ">" + SCRIPT + "</svg>")
                .getBytes(StandardCharsets.UTF_16BE);
    }

    private static byte[] xhtml() {
        return text("<?xml version='1.0'?><html xmlns='http://www.w3.org/1999/xhtml'>%s</html>"
                .formatted(SCRIPT));
    }

    private static byte[] pdf() {
        return text("%PDF-1.7\n<html>" + SCRIPT + "\nstartxref\n0\n%%EOF\n");
    }

    private static byte[] pdfScript() {
        return text("%PDF-1.7\n1 0 obj<</OpenAction<</S/JavaScript/JS(app.alert(1))>>>>endobj\n"
                + "startxref\n0\n%%EOF\n");
    }

    private static byte[] png() {
        return new Bytes().add(HostilePngs.claims(9, 9)).text("<html>" + SCRIPT).all();
    }
}
