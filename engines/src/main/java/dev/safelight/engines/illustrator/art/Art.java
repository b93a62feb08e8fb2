package dev.safelight.engines.illustrator.art;

import dev.safelight.core.engine.Run;
import dev.safelight.core.engine.Stopped;
import dev.safelight.core.engine.Tier;
import dev.safelight.core.search.TextMeaning;
import dev.safelight.media.pack.FileStamp;
import dev.safelight.media.pack.Packs;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** All the drawings there are, found by name, by everyday word, or by meaning. */
public final class Art {
    /** The prettier set first; the second fills its gaps. */
    private static final List<String> PACKS = List.of("fluent-art", "noto-art");

    private static final String ICONS = "icons.json";
    private static final String WORDS_PACK = "emoji-keywords";
    private static final String WORDS = "dist/emoji-en-US.json";

    private static final Pattern SIGN_BY_END =
            Pattern.compile(".*(button|flag|symbol|-oclock|-thirty|arrow|square"
                    + "|heart|-moon(-face)?|-sign|-mark|hands?|fingers?|fist|gesture"
                    + "|-circle|-diamond|-chart)$");
    private static final Pattern SIGN_BY_START = Pattern.compile(
            "(flag|japanese-.*-button|men|women|kiss|couple|family|hand|palm-(up|down)|palms|ok-"
                    + "|thumbs|keycap|letter|digit).*");
    private static final Pattern PARTICULAR = Pattern.compile(
            ".*(face|-cat|-monkey)$|cat-with.*|(man|woman|person)-.*|(smiling|grinning|face)-.*");

    private final Map<String, IconSet> sets = new LinkedHashMap<>();
    private final @Nullable Keywords keywords;
    private final NearestName likeness;

    private final List<FileStamp> files;

    private Art(
            List<IconSet> installed,
            @Nullable Keywords keywords,
            TextMeaning meaning,
            List<FileStamp> files) {
        this.files = files;
        for (IconSet set : installed) {
            for (String name : set.names()) {
                if (drawable(name)) sets.putIfAbsent(name, set);
            }
        }
        this.keywords = keywords;
        Stream<String> names =
                Stream.concat(sets.keySet().stream(), PlainDrawings.names().stream());
        this.likeness =
                new NearestName(meaning, names.distinct().filter(Art::thing).toList());
    }

    public static Art open(Packs packs, TextMeaning meaning) throws IOException {
        List<FileStamp> files = files(packs);
        List<IconSet> installed = new ArrayList<>();
        for (String pack : PACKS) {
            Optional<Path> file = file(packs, pack, ICONS);
            if (file.isPresent()) installed.add(IconSet.open(pack, file.get()));
        }
        Optional<Path> words = file(packs, WORDS_PACK, WORDS);
        Keywords keywords = words.isPresent() ? Keywords.read(words.get()) : null;
        return new Art(installed, keywords, meaning, files);
    }

    /** Whether it is still what {@link #open} would give. */
    public boolean isOf(Packs packs) {
        return files.equals(files(packs));
    }

    private static List<FileStamp> files(Packs packs) {
        Stream<Optional<Path>> icons = PACKS.stream().map(pack -> file(packs, pack, ICONS));
        return Stream.concat(icons, Stream.of(file(packs, WORDS_PACK, WORDS)))
                .flatMap(Optional::stream)
                .flatMap(file -> FileStamp.of(file).stream())
                .toList();
    }

    /** Who drew it: our own code alone, or with drawings of others. */
    public Tier tier() {
        return sets.isEmpty() ? Tier.BUILTIN : Tier.PACK;
    }

    public static boolean installed(Packs packs) {
        return PACKS.stream().anyMatch(pack -> file(packs, pack, ICONS).isPresent());
    }

    private static Optional<Path> file(Packs packs, String pack, String name) {
        return packs.folder(pack).map(folder -> folder.resolve(name)).filter(Files::isRegularFile);
    }

    /** Signs, flags, letters and parts of bodies are no subjects. */
    private static boolean drawable(String name) {
        boolean sign = SIGN_BY_END.matcher(name).matches()
                || SIGN_BY_START.matcher(name).matches();
        return !sign && !Traits.is("never", name);
    }

    /** What may be meant by a word that is not its name: no faces, no trades of one gender. */
    private static boolean thing(String name) {
        return !PARTICULAR.matcher(name).matches();
    }

    private boolean has(String name) {
        return sets.containsKey(name) || PlainDrawings.names().contains(name);
    }

    /** A drawing whose very name, or plural, the phrase is. */
    public Optional<String> named(String phrase) {
        for (String form : Plurals.forms(phrase)) {
            Optional<String> other = Traits.nameFor(form).filter(this::has);
            if (other.isPresent()) return other;
            String name = form.replace(' ', '-');
            if (has(name)) return Optional.of(name);
        }
        return Optional.empty();
    }

    /** A drawing that the phrase is an everyday word for. */
    public Optional<String> meant(String phrase) {
        if (keywords == null) return Optional.empty();
        for (String form : Plurals.forms(phrase)) {
            List<String> things =
                    keywords.names(form).stream().filter(this::offers).toList();
            // A word that is given for many drawings says too little about each.
            if (!things.isEmpty() && things.size() <= 2) return Optional.of(things.getFirst());
        }
        return Optional.empty();
    }

    /**
     * A drawing that the phrase is near to in meaning.
     *
     * @throws IOException when its meaning cannot be told now
     */
    public Optional<String> nearest(String phrase, Run run) throws IOException, Stopped {
        return likeness.nearest(phrase, run);
    }

    private boolean offers(String name) {
        return has(name) && thing(name);
    }

    public Drawing drawing(String name) throws IOException {
        IconSet set = sets.get(name);
        if (set == null) return PlainDrawings.drawing(name);
        JsonNode icon = new JsonMapper().readTree(set.json(name));
        int width = icon.path("width").asInt(set.side());
        int height = icon.path("height").asInt(set.side());
        String svg =
                "<svg xmlns='http://www.w3.org/2000/svg' xmlns:xlink='http://www.w3.org/1999/xlink'"
                        + " viewBox='0 0 " + width + " " + height + "'>"
                        + icon.path("body").asString() + "</svg>";
        return new Drawing(name, set.pack(), svg);
    }
}
