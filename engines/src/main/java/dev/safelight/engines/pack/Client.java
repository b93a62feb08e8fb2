package dev.safelight.engines.pack;

import java.util.List;
import java.util.stream.Stream;

/** A package client that stands on the machine, and how it is asked for one archive. */
enum Client {
    NPM {
        @Override
        List<List<String>> commands(Release release) {
            String spec = release.name() + "@" + release.version();
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
        String archiveStem(Release release) {
            String flat = release.name().replace("@", "").replace('/', '-');
            return flat + "-" + release.version() + ".tgz";
        }
    },

    PYPI {
        @Override
        List<List<String>> commands(Release release) {
            // Wheels only: a source archive would run its own code while it is fetched.
            List<String> download = List.of(
                    "download",
                    "--quiet",
                    "--no-deps",
                    "--only-binary=:all:",
                    "--disable-pip-version-check",
                    "--retries=1",
                    "--timeout=60",
                    release.name() + "==" + release.version());
            return Stream.of(List.of("pip3"), List.of("pip"), List.of("python3", "-m", "pip"))
                    .map(pip -> Stream.concat(pip.stream(), download.stream()).toList())
                    .toList();
        }

        @Override
        String archiveStem(Release release) {
            return release.name().replace('-', '_') + "-" + release.version() + "-";
        }
    };

    /** The command lines to try in turn, for machines where a client has another name. */
    abstract List<List<String>> commands(Release release);

    /** What the archive's file name begins with. */
    abstract String archiveStem(Release release);
}
