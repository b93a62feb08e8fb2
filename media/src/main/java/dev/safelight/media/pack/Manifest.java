package dev.safelight.media.pack;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** All packs that there are, with the digest of every file. */
public record Manifest(List<Pack> packs) {
    private static final String RESOURCE = "packs.json";

    /** The list that comes with the product. */
    public static Manifest shipped() {
        try (InputStream in = Manifest.class.getResourceAsStream(RESOURCE)) {
            return parse(JsonMapper.shared().readTree(Objects.requireNonNull(in)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A list in the form of the shipped one. */
    public static Manifest parse(JsonNode json) {
        return new Manifest(
                json.required("packs").valueStream().map(Manifest::pack).toList());
    }

    /** The pack of a name. */
    public Optional<Pack> find(String name) {
        return packs.stream().filter(pack -> pack.name().equals(name)).findFirst();
    }

    private static Pack pack(JsonNode json) {
        return new Pack(
                json.required("name").stringValue(),
                json.required("purpose").stringValue(),
                json.required("licence").stringValue(),
                json.required("default").booleanValue(),
                json.required("files").valueStream().map(Manifest::file).toList());
    }

    private static PackFile file(JsonNode json) {
        return new PackFile(
                json.required("name").stringValue(),
                json.required("bytes").longValue(),
                json.required("sha256").stringValue(),
                json.required("parts").valueStream().map(Manifest::part).toList());
    }

    private static Part part(JsonNode json) {
        return new Part(
                Release.parse(json.required("release").stringValue()),
                json.required("path").stringValue());
    }
}
