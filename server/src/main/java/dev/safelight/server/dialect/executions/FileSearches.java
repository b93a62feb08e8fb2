package dev.safelight.server.dialect.executions;

import dev.safelight.core.access.Principal;
import dev.safelight.core.asset.AssetId;
import dev.safelight.core.library.Files.FilePage;
import dev.safelight.core.library.StoredFile;
import dev.safelight.core.search.FileQuery;
import dev.safelight.core.search.FileSearch;
import dev.safelight.core.search.FoundFile;
import dev.safelight.server.dialect.DialectPorts;
import dev.safelight.server.dialect.KnownFiles;
import dev.safelight.server.http.face.Answer;
import dev.safelight.server.http.face.Call;
import dev.safelight.server.http.face.JsonText;

import java.util.HashMap;
import java.util.List;

/** {@code POST /v1/files/search}: files by words and by meaning, the most similar first. */
final class FileSearches {
    private final FileSearch search;
    private final KnownFiles files;
    private final FileLists lists;

    FileSearches(DialectPorts ports, FileLists lists) {
        search = ports.library().search();
        files = ports.library().known();
        this.lists = lists;
    }

    Answer find(Call call) {
        Principal who = call.who();
        var asked = call.body();
        var key = asked.path("selfOnly").asBoolean(false) ? who.key() : null;
        var query = new FileQuery(
                who.account(),
                asked.get("query").asString(),
                asked.path("numResults").asInt(10),
                key);
        return Answer.later(search.find(query), found -> withFiles(who, found));
    }

    private Answer withFiles(Principal who, List<FoundFile> found) {
        var ids = found.stream().map(FoundFile::id).toList();
        return Answer.later(files.findMade(who.account(), ids), read -> show(found, read));
    }

    /** The less similar ones have no transcript where that is more than an answer has. */
    private Answer show(List<FoundFile> found, List<StoredFile.Whole> read) {
        int whole = FilePage.fitting(read);
        var byId = new HashMap<AssetId, StoredFile.Whole>();
        for (var file : read)
            byId.put(
                    file.asset().file().id(),
                    byId.size() < whole ? file : file.withoutTranscript());
        return Answer.json(JsonText.object(json -> {
            json.writeArrayPropertyStart("results");
            for (var one : found) {
                var file = byId.get(one.id());
                if (file == null) continue;
                json.writeStartObject();
                json.writeNumberProperty("similarity", one.similarity());
                json.writeName("file");
                lists.write(json, file);
                json.writeEndObject();
            }
            json.writeEndArray();
        }));
    }
}
