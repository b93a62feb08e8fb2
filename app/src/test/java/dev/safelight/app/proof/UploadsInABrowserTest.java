package dev.safelight.app.proof;

import static org.assertj.core.api.Assertions.assertThat;

import dev.safelight.testkit.hostile.HostileFiles;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import tools.jackson.databind.JsonNode;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import javax.imageio.ImageIO;

/** Files that hold scripts, by every address that we give, in a real browser. */
class UploadsInABrowserTest {
    private static final String MARK = "IT-RAN";

    /** Tells whoever looks on, and changes the page, so that either is seen. */
    private static final String SCRIPT = "<script>parent.postMessage('IT-'+'RAN','*');"
            + "document.documentElement.textContent='IT-'+'RAN'</script>";

    private static final String NAME =
            "\"><img src=x onerror=\"parent.postMessage('IT-'+'RAN','*')\">\u202E";
    private static final String SVG = "<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'"
            + " onload=\"parent.postMessage('IT-'+'RAN','*')\">"
            + "<script>parent.postMessage('IT-'+'RAN','*')</script></svg>";

    /** Of the hostile files those that are several things at once, and shown as one of them. */
    private static final Set<String> SHOWN = Set.of(
            "png-that-is-html-as-well",
            "gif-that-is-script-as-well",
            "gif-that-is-a-jar-as-well",
            "jpeg-with-script-in-its-comment",
            "jpeg-that-is-a-jar-as-well");

    @TempDir
    private Path folder;

    private static Map<String, byte[]> files() throws IOException {
        var files = new LinkedHashMap<String, byte[]>();
        files.put("picture.svg", SVG.getBytes(StandardCharsets.UTF_8));
        files.put(
                "page.html",
                ("%PDF-1.4\n" + SCRIPT + "\ntrailer\nstartxref\n0\n%%EOF\n")
                        .getBytes(StandardCharsets.UTF_8));
        files.put("sound.html", withTail(WaveBytes.noise(1, 1), SCRIPT));
        files.put(NAME, WaveBytes.noise(1, 2));
        files.put("clip of " + NAME, HostileUploadsTest.clip());
        files.put("mp3.html", withTail(silence(), SCRIPT));
        for (var format : List.of("png", "gif", "jpg"))
            files.put(format + ".html", withTail(picture(format, 40), SCRIPT));
        files.put("large.html", withTail(picture("png", 1_400), SCRIPT));
        for (var file : HostileFiles.all("")) {
            if (SHOWN.contains(file.name())) files.put(file.name() + ".html", file.bytes());
        }
        return files;
    }

    private static byte[] picture(String format, int width) throws IOException {
        var file = new ByteArrayOutputStream();
        var image = new BufferedImage(width, 40, BufferedImage.TYPE_INT_RGB);
        assertThat(ImageIO.write(image, format, file)).isTrue();
        return file.toByteArray();
    }

    /** An MP3 of a second. */
    private static byte[] silence() {
        var frames = ByteBuffer.allocate(40 * 417);
        for (int at = 0; at < 40; at++) frames.putInt(at * 417, 0xFFFB9000);
        return frames.array();
    }

    private static byte[] withTail(byte[] file, String tail) {
        byte[] end = tail.getBytes(StandardCharsets.UTF_8);
        byte[] whole = Arrays.copyOf(file, file.length + end.length);
        System.arraycopy(end, 0, whole, file.length, end.length);
        return whole;
    }

    /** Every address of a file, looked at until a later step has been over it. */
    private static List<String> addresses(UploadApi api, String id) throws IOException {
        api.post("/v1/files/" + id + "/enable-public-preview", "");
        JsonNode file = api.studied(id);
        var addresses = new ArrayList<String>();
        for (var source : List.of(
                "thumbnailSource",
                "previewSource",
                "downloadSource",
                "staticPublicPreviewSource")) {
            var url = file.at("/" + source + "/url");
            if (url.isString()) addresses.add(url.asString());
        }
        String open = file.at("/staticPublicPreviewSource/url").asString();
        addresses.add(open.substring(0, open.lastIndexOf('/')));
        addresses.add(api.toolsAddress(id));
        return addresses;
    }

    @Test
    void no_script_of_theirs_runs() throws IOException {
        var browser = new Browser(folder.resolve("profile"));
        try (var server = new ServerProcess(folder)) {
            server.awaitReady();
            var api = new UploadApi(server.port);
            var all = new ArrayList<String>();
            for (var file : files().entrySet())
                all.addAll(addresses(api, api.bring(file.getKey(), file.getValue())));
            assertThat(all).hasSizeGreaterThan(4 * files().size());
            assertThat(framed(browser, all)).as("framed").doesNotContain(MARK);
            // What is to be saved is no page: a browser that is sent there stays where it was.
            var shown =
                    all.stream().filter(address -> !api.isToBeSaved(address)).toList();
            for (var address : shown)
                assertThat(browser.open(address)).as(address).doesNotContain(MARK);
            System.out.printf(
                    "* files with scripts: %d addresses framed, %d opened%n",
                    all.size(), shown.size());
        }
    }

    @Test
    void one_that_runs_would_be_noticed() throws IOException {
        var browser = new Browser(folder.resolve("profile"));
        var page = "<!doctype html>" + SCRIPT;
        try (var other = new OtherOrigin(Map.of("/ours", page))) {
            assertThat(framed(browser, List.of(other.url("/ours")))).contains(MARK);
            assertThat(browser.open(other.url("/ours"))).contains(MARK);
        }
    }

    /** All of them at once in a page of another origin, in each way to frame them. */
    private static String framed(Browser browser, List<String> addresses) throws IOException {
        var frames = addresses.stream()
                .map(address -> "<iframe src='" + address + "'></iframe><object data='" + address
                        + "'></object><embed src='" + address + "'><img src='" + address + "'>")
                .collect(Collectors.joining());
        var page = "<!doctype html><body><script>addEventListener('message',"
                + "e=>document.body.append(String(e.data)))</script>" + frames;
        try (var other = new OtherOrigin(Map.of("/", page))) {
            return browser.open(other.url("/"));
        }
    }
}
