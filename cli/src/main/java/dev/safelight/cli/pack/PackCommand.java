package dev.safelight.cli.pack;

import dev.safelight.cli.Reason;
import dev.safelight.media.pack.Manifest;
import dev.safelight.media.pack.Pack;
import dev.safelight.media.pack.PackFailure;
import dev.safelight.media.pack.PackFile;
import dev.safelight.media.pack.PackInstaller;
import dev.safelight.media.pack.PackState;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;

/** {@code packs list|install|verify}, for people and for the launcher. */
public final class PackCommand {
    private static final int DONE = 0;
    private static final int FAILED = 1;
    private static final int MISUSED = 2;
    private static final String USAGE = """
            packs list                                     what there is, and what is installed
            packs install [NAME...|--all] [--from FOLDER]  the default packs, or those named
            packs verify [NAME...]                         read all installed files again""";

    private final Manifest manifest;
    private final Path root;

    /** Works on the packs below {@code root}. */
    public PackCommand(Path root) {
        this(Manifest.shipped(), root);
    }

    PackCommand(Manifest manifest, Path root) {
        this.manifest = manifest;
        this.root = root;
    }

    /** Runs one command, as in {@code install --all}; 0 done, 1 something failed, 2 misused. */
    public int run(List<String> args, PrintStream out) {
        try {
            PackRequest request = PackRequest.parse(args, manifest);
            return switch (request.verb()) {
                case LIST -> list(out);
                case INSTALL -> install(request, out);
                case VERIFY -> verify(request, out);
            };
        } catch (IllegalArgumentException e) {
            out.println(e.getMessage());
            out.println(USAGE);
            return MISUSED;
        }
    }

    private int list(PrintStream out) {
        for (Pack pack : manifest.packs()) {
            PackState state = PackState.of(pack, root);
            out.printf(
                    "%-15s %-10s %8s  %-20s %s%n",
                    pack.name(), word(state), size(pack.bytes()), pack.licence(), pack.purpose());
            if (state != PackState.INSTALLED)
                out.println("                ./safelight packs install " + pack.name());
        }
        out.println("in " + root.toAbsolutePath());
        return DONE;
    }

    private int install(PackRequest request, PrintStream out) {
        Path from = request.from();
        var installer =
                from == null ? PackInstaller.fetching(root, out) : PackInstaller.from(from, root);
        List<String> failed = new ArrayList<>();
        for (Pack pack : orUsual(request.named(), Pack::isDefault)) {
            if (!install(pack, installer, out)) failed.add(pack.name());
        }
        if (failed.isEmpty()) return DONE;
        out.println("to try again: ./safelight packs install " + String.join(" ", failed));
        return FAILED;
    }

    private boolean install(Pack pack, PackInstaller installer, PrintStream out) {
        if (PackState.of(pack, root) == PackState.INSTALLED) {
            out.println(pack.name() + " is installed");
            return true;
        }
        out.printf("%s, %s, %s%n", pack.name(), size(pack.bytes()), pack.licence());
        try {
            installer.install(pack);
            out.println("  installed");
            return true;
        } catch (PackFailure e) {
            out.println("  not installed: " + e.getMessage());
            return false;
        } catch (IOException e) {
            out.println("  not installed: " + Reason.of(e, ""));
            return false;
        }
    }

    private int verify(PackRequest request, PrintStream out) {
        int result = DONE;
        for (Pack pack :
                orUsual(request.named(), p -> PackState.of(p, root) != PackState.MISSING)) {
            List<String> faults = faults(pack);
            out.println(pack.name() + (faults.isEmpty() ? " is as it should be" : ":"));
            faults.forEach(fault -> out.println("  " + fault));
            if (!faults.isEmpty()) result = FAILED;
        }
        return result;
    }

    private List<Pack> orUsual(List<Pack> named, Predicate<Pack> usual) {
        return named.isEmpty() ? manifest.packs().stream().filter(usual).toList() : named;
    }

    private List<String> faults(Pack pack) {
        if (PackState.of(pack, root) == PackState.MISSING) return List.of("is not installed");
        return pack.files().stream()
                .map(file -> fault(file, root.resolve(pack.name()).resolve(file.name())))
                .filter(fault -> !fault.isEmpty())
                .toList();
    }

    private String fault(PackFile file, Path path) {
        try {
            if (!Files.isRegularFile(path)) return file.name() + " is missing";
            return file.isAt(path)
                    ? ""
                    : file.name() + " differs: delete the pack's folder and install it";
        } catch (IOException e) {
            return file.name() + " cannot be read: " + Reason.of(e, "");
        }
    }

    private static String word(PackState state) {
        return state.name().toLowerCase(Locale.ROOT);
    }

    private static String size(long bytes) {
        return String.format(Locale.ROOT, "%.1f MB", bytes / 1e6);
    }
}
