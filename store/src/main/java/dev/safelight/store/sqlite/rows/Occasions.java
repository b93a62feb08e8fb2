package dev.safelight.store.sqlite.rows;

import dev.safelight.core.webhook.Occasion;

import tools.jackson.databind.json.JsonMapper;

import java.util.EnumSet;
import java.util.Set;

/** What an endpoint is told of, as a JSON array of names in its row. */
public final class Occasions {
    private Occasions() {}

    public static String write(Set<Occasion> occasions) {
        return JsonMapper.shared().writeValueAsString(occasions);
    }

    public static Set<Occasion> read(String json) {
        var occasions = EnumSet.noneOf(Occasion.class);
        JsonMapper.shared()
                .readTree(json)
                .forEach(name -> occasions.add(Occasion.valueOf(name.asString())));
        return occasions;
    }
}
