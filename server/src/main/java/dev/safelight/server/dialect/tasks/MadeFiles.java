package dev.safelight.server.dialect.tasks;

import dev.safelight.core.asset.Asset;
import dev.safelight.server.asset.AssetAddresses;
import dev.safelight.server.dialect.Facts;

import org.jspecify.annotations.Nullable;

import tools.jackson.core.JsonGenerator;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;

/** Writes what a task has made, each file under an address of its own. */
final class MadeFiles {
    /** Of an answer: fresh ones are a query away. */
    static final Duration A_DAY = Duration.ofHours(24);
    /** Of a payload, which may be read late. */
    static final Duration A_WEEK = Duration.ofDays(7);

    private final AssetAddresses addresses;
    private final Duration lasting;

    /** @param lasting how long an address is good */
    MadeFiles(AssetAddresses addresses, Duration lasting) {
        this.addresses = addresses;
        this.lasting = lasting;
    }

    String address(Asset asset) {
        return addresses.sign(asset, lasting).url();
    }

    /** The entries of an open array. */
    void write(JsonGenerator json, List<Asset> files) {
        files.forEach(file -> write(json, file));
    }

    private void write(JsonGenerator json, Asset asset) {
        var facts = Facts.read(asset.file().facts());
        json.writeStartObject();
        json.writeStringProperty("type", type(asset.file().contentType()));
        json.writeStringProperty("url", address(asset));
        writeNumber(json, "duration_seconds", facts.seconds());
        writeNumber(json, "width", facts.width());
        writeNumber(json, "height", facts.height());
        json.writeEndObject();
    }

    private static String type(String contentType) {
        for (var type : List.of("image", "video", "audio"))
            if (contentType.startsWith(type + "/")) return type;
        return "file";
    }

    private static void writeNumber(JsonGenerator json, String name, @Nullable BigDecimal number) {
        if (number == null) return;
        json.writeName(name);
        json.writeNumber(number.toPlainString());
    }
}
