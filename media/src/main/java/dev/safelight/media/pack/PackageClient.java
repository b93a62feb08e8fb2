package dev.safelight.media.pack;

import java.util.List;
import java.util.stream.Stream;

/** A program that fetches packages where it is installed, and how it is asked for one archive. */
enum PackageClient {
    NPM {
        @Override
        List<List<String>> commands(String name, String version) {
            String spec = name + "@" + version;
            return List.of(List.of(
                    "npm",
                    "pack",
                    "--loglevel=error",
                    "--ignore-scripts",
                    "--fetch-retries=1",
                    "--fetch-timeout=120000",
                    spec));
        }

        @Override
        String archiveStem(String name, String version) {
            String flat = name.replace("@", "").replace('/', '-');
            return flat + "-" + version + ".tgz";
        }
    },

    PYPI {
        @Override
        List<List<String>> commands(String name, String version) {
            // Wheels only: a source archive would run its own code while it is fetched.
            List<String> download = List.of(
                    "download",
                    "--quiet",
                    "--no-deps",
                    "--only-binary=:all:",
                    "--disable-pip-version-check",
                    "--retries=1",
                    "--timeout=60",
                    name + "==" + version);
            return Stream.of(List.of("pip3"), List.of("pip"), List.of("python3", "-m", "pip"))
                    .map(pip -> Stream.concat(pip.stream(), download.stream()).toList())
                    .toList();
        }

        @Override
        String archiveStem(String name, String version) {
            return name.replace('-', '_') + "-" + version + "-";
        }
    };

    /** The command lines to try in turn, for machines where a client has another name. */
    abstract List<List<String>> commands(String name, String version);

    /** What the archive's file name begins with. */
    abstract String archiveStem(String name, String version);
}
