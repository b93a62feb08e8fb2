package dev.safelight.bench.search;

import dev.safelight.bench.Flags;
import dev.safelight.bench.Machine;
import dev.safelight.bench.Scratch;
import dev.safelight.bench.Spread;
import dev.safelight.bench.Table;
import dev.safelight.core.access.Principal;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * {@code bench search}: in fresh processes with little heap, the time from the call that starts one
 * to its first result, then searches beside a bare loop over as many vectors.
 */
public final class SearchBench {
    private static final List<String> KNOWN =
            List.of("--quick", "--files", "--rounds", "--processes", "--heap", "--data");

    private final int files;
    private final int rounds;
    private final int heap;
    private final List<Double> first = new ArrayList<>();
    private final List<Double> firstCpu = new ArrayList<>();
    private final List<Double> search = new ArrayList<>();
    private final List<Double> loop = new ArrayList<>();
    private final List<Double> embed = new ArrayList<>();
    private final List<Double> ratio = new ArrayList<>();
    private final List<Double> peak = new ArrayList<>();

    private SearchBench(Flags flags) {
        files = flags.number("--files", flags.has("--quick") ? 10_000 : 100_000);
        rounds = flags.number("--rounds", flags.has("--quick") ? 3 : 7);
        heap = flags.number("--heap", 50);
    }

    public static void run(List<String> arguments, PrintStream out) throws IOException {
        var flags = Flags.read(arguments, KNOWN);
        try (var scratch = Scratch.in(flags.text("--data"))) {
            out.println(Machine.describe(scratch.folder()));
            var bench = new SearchBench(flags);
            var file = scratch.fresh("search").resolve("store.db");
            var owner = SyntheticFiles.write(file, bench.files);
            out.printf(
                    Locale.ROOT,
                    "%n%,d files, and a tenth as many of another account; %.2f kB of disk each.%n",
                    bench.files,
                    Files.size(file) / 1.1e3 / bench.files);
            int processes = flags.number("--processes", flags.has("--quick") ? 1 : 3);
            var cache = scratch.folder().resolve("search.aot");
            bench.train(file, owner, cache);
            for (int i = 0; i < processes; i++) bench.measure(file, owner, cache);
            bench.print(out, processes);
        }
    }

    /** A server has a cache of its classes too; one is possible with jars alone. */
    private void train(Path file, Principal owner, Path cache) throws IOException {
        var training = command(file, owner, "-XX:AOTCacheOutput=" + cache, 0);
        var process = new ProcessBuilder(training)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        process.onExit().join();
    }

    private void measure(Path file, Principal owner, Path cache) throws IOException {
        long start = System.nanoTime();
        var command = command(file, owner, "-XX:AOTCache=" + cache, rounds);
        var process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        var said = new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8);
        try (var lines = new BufferedReader(said)) {
            for (var line = lines.readLine(); line != null; line = lines.readLine())
                take(line.split(" "), System.nanoTime() - start);
        }
    }

    private List<String> command(Path file, Principal owner, String cached, int turns) {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-Xmx" + heap + "m", "-XX:+UseG1GC", cached));
        command.addAll(List.of("-Xlog:aot=off", "-Xlog:cds=off"));
        // Where native libraries are unpacked already is said by a property.
        ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                .filter(argument -> argument.startsWith("-D"))
                .forEach(command::add);
        command.addAll(List.of(
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                SearchProcess.class.getName(),
                file.toString(),
                Long.toString(owner.account().number()),
                Integer.toString(files),
                Integer.toString(turns)));
        return command;
    }

    private void take(String[] words, long sinceStart) {
        switch (words[0]) {
            case "found" -> {
                first.add(sinceStart / 1e6);
                firstCpu.add(Long.parseLong(words[1]) / 1e6);
            }
            case "heap" -> peak.add(Long.parseLong(words[1]) / (1024.0 * 1024));
            case "round" -> {
                double searched = Long.parseLong(words[1]) / 1e6;
                double looped = Long.parseLong(words[2]) / 1e6;
                search.add(searched);
                loop.add(looped);
                embed.add(Long.parseLong(words[3]) / 1e6);
                ratio.add(searched / looped);
            }
            case "warm" -> {}
            default -> throw new IllegalStateException("said " + words[0]);
        }
    }

    private void print(PrintStream out, int processes) {
        if (peak.size() < processes) throw new IllegalStateException("a process ended early");
        new Table(
                        "first result ms",
                        "CPU ms until then",
                        "search ms",
                        "bare loop ms",
                        "search / loop",
                        "of it the meaning ms",
                        "heap at most MiB")
                .row(
                        Spread.of(first).show(),
                        Spread.of(firstCpu).show(),
                        Spread.of(search).show(),
                        Spread.of(loop).show(),
                        Spread.of(ratio).showRatio(),
                        Spread.of(embed).show(),
                        Spread.of(peak).show())
                .print(
                        out,
                        String.format(
                                Locale.ROOT,
                                "%d fresh processes with %d MiB of heap: median (least-most)",
                                processes,
                                heap));
    }
}
