package dev.safelight.app.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import dev.safelight.media.pack.Manifest;
import dev.safelight.media.pack.Pack;

import org.junit.jupiter.api.Test;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** NOTICE names all that is delivered or fetched. */
class NoticeTest {
    /** Jars that only tests see. */
    private static final Set<String> TESTING = Set.of(
            "archunit",
            "assertj-core",
            "byte-buddy",
            "junit-jupiter",
            "junit-jupiter-api",
            "junit-jupiter-engine",
            "junit-jupiter-params",
            "junit-platform-commons",
            "junit-platform-engine",
            "junit-platform-launcher",
            "opentest4j",
            "apiguardian-api");

    private static final Pattern JAR = Pattern.compile("(.+?)-\\d[^/]*[.]jar");

    @Test
    void every_library_is_named() throws IOException {
        assertThat(libraries()).hasSizeGreaterThan(5);
        assertThat(libraries()).filteredOn(library -> !isNamed(library)).isEmpty();
    }

    @Test
    void every_pack_is_named() {
        assertThat(Manifest.shipped().packs())
                .isNotEmpty()
                .extracting(Pack::name)
                .allMatch(NoticeTest::isNamed);
    }

    private static List<String> libraries() {
        return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator, -1))
                .map(entry -> JAR.matcher(new File(entry).getName()))
                .filter(jar -> jar.matches() && !jar.group(1).startsWith("safelight-"))
                .map(jar -> jar.group(1))
                .filter(library -> !TESTING.contains(library))
                .toList();
    }

    private static boolean isNamed(String name) {
        String word = "(?<![\\w-])" + Pattern.quote(name) + "(?![\\w-])";
        return Pattern.compile(word).matcher(notice()).find();
    }

    private static String notice() {
        try {
            return Files.readString(Path.of("..", "NOTICE"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
