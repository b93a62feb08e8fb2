package dev.safelight.server.dialect.executions;

import dev.safelight.core.engine.Voice;
import dev.safelight.core.engine.Voices;
import dev.safelight.core.id.Cursor;
import dev.safelight.server.dialect.DialectPorts;
import dev.safelight.server.dialect.ShownIds;
import dev.safelight.server.http.face.Answer;
import dev.safelight.server.http.face.Call;
import dev.safelight.server.http.face.JsonText;

import tools.jackson.core.JsonGenerator;

import java.util.List;
import java.util.Locale;
import java.util.TreeMap;

/** {@code GET /v1/resources/tts-voices} and {@code languages}. */
final class ResourceOperations {
    private final Voices voices;
    private final ShownIds ids;
    private final Pages pages;

    ResourceOperations(DialectPorts ports, ShownIds ids) {
        voices = ports.offer().voices();
        pages = new Pages(ports.source().secrets(), "ttsVoices");
        this.ids = ids;
    }

    /** None is deprecated, so that asking for those too changes nothing. */
    Answer voices(Call call) {
        String query = query(call);
        var all = voices.list().stream()
                .filter(voice -> isLike(voice.name() + " " + voice.language(), query))
                .toList();
        var after = pages.after(call);
        int from = Math.min(all.size(), after == null ? 0 : Integer.parseInt(after.text()));
        int to = Math.min(all.size(), from + Pages.limit(call));
        var next = to == all.size() ? null : new Cursor(Integer.toString(to));
        return pages.show(call.who(), next, json -> write(json, all.subList(from, to)));
    }

    private void write(JsonGenerator json, List<Voice> some) {
        for (var voice : some) {
            json.writeStartObject();
            json.writeStringProperty("voiceId", ids.ofVoice(voice.id()));
            json.writeStringProperty("languageCode", voice.language());
            json.writeStringProperty("displayName", voice.name());
            json.writeStringProperty("displayGender", voice.gender().toUpperCase(Locale.ROOT));
            json.writeNullProperty("accent");
            json.writeNullProperty("description");
            json.writeBooleanProperty("supportsDirectToolExecution", true);
            json.writeBooleanProperty("supportsAllLanguages", false);
            json.writeBooleanProperty("isDeprecated", false);
            json.writeEndObject();
        }
    }

    /** The languages of the voices, each once. */
    Answer languages(Call call) {
        String query = query(call);
        var names = new TreeMap<String, String>();
        for (var voice : voices.list()) {
            var locale = Locale.forLanguageTag(voice.language());
            String name = locale.getDisplayLanguage(Locale.ENGLISH);
            String code = locale.getLanguage();
            if (isLike(name + " " + code, query)) names.put(code, name);
        }
        return Answer.json(JsonText.object(json -> {
            json.writeArrayPropertyStart("languages");
            names.forEach((code, name) -> {
                json.writeStartObject();
                json.writeStringProperty("languageCode", code);
                json.writeStringProperty("name", name);
                json.writeEndObject();
            });
            json.writeEndArray();
        }));
    }

    private static String query(Call call) {
        return call.body().path("query").asString("");
    }

    private static boolean isLike(String text, String query) {
        return text.toLowerCase(Locale.ROOT).contains(query.strip().toLowerCase(Locale.ROOT));
    }
}
