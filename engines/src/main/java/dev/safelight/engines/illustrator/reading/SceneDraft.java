package dev.safelight.engines.illustrator.reading;

import dev.safelight.engines.illustrator.art.Drawing;
import dev.safelight.engines.illustrator.art.Plurals;
import dev.safelight.engines.illustrator.art.Traits;
import dev.safelight.engines.illustrator.setting.Place;
import dev.safelight.engines.illustrator.sky.TimeOfDay;
import dev.safelight.engines.illustrator.sky.Weather;
import dev.safelight.engines.illustrator.style.Style;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** A scene while its prompt is read; what was not said is filled in at the end. */
final class SceneDraft {
    private final List<Subject> subjects = new ArrayList<>();
    private final Set<String> notDrawn = new LinkedHashSet<>();
    private boolean byMeaning = true;
    private @Nullable Place place;
    private @Nullable TimeOfDay time;
    private @Nullable Weather weather;
    private @Nullable Style style;
    private int count = 1;
    private float size = 1;
    private @Nullable Integer colour;
    /** Whether the words since the last subject put it on or into the next one. */
    private boolean joined;
    /** Whether the last word read was a subject. */
    private boolean fresh;
    /** Whether the next subject is only what the last one holds, as in "a bouquet of roses". */
    private boolean contents;

    int subjects() {
        return subjects.size();
    }

    boolean isByMeaning() {
        return byMeaning;
    }

    /** Nobody can tell what words mean; it is not asked again for this scene. */
    void withoutMeaning() {
        byMeaning = false;
    }

    void notDrawn(String words) {
        notDrawn.add(words);
    }

    void hint(Hint hint, String phrase) {
        if (phrase.equals("on") || phrase.equals("in")) joined = true;
        contents = phrase.equals("of") && fresh;
        hint(hint);
        fresh = false;
    }

    /** The first place and time named count; a later style is the more particular one. */
    void hint(Hint hint) {
        switch (hint) {
            case Hint.At at -> place = place == null || general(place) ? at.place() : place;
            case Hint.When when ->
                time = time == null || time == TimeOfDay.DAY ? when.time() : time;
            case Hint.Under under ->
                weather = weather == null || weather == Weather.CLEAR ? under.weather() : weather;
            case Hint.As as -> style = as.style();
            case Hint.Doing doing -> pose(doing.pose());
            case Hint.Many many -> count = many.count();
            case Hint.Grouped group -> group(group.count());
            case Hint.Sized sized -> size = sized.factor();
            case Hint.Coloured coloured -> colour = coloured.hex();
            case Hint.Nothing nothing -> {}
        }
    }

    /** Places that a more particular one may follow. */
    private static boolean general(Place place) {
        return place == Place.SKY || place == Place.MEADOW || place == Place.MOUNTAIN;
    }

    private void group(int many) {
        if (!fresh) {
            count = many;
            return;
        }
        Subject last = subjects.removeLast();
        Subject.Manner manner =
                new Subject.Manner(many, last.manner().size(), last.manner().colour());
        subjects.add(new Subject(last.drawing(), last.words(), last.pose(), manner));
    }

    private void pose(Pose pose) {
        joined = joined || pose == Pose.RIDING;
        if (subjects.isEmpty() || pose == Pose.RIDING) return;
        Subject last = subjects.removeLast();
        subjects.add(new Subject(last.drawing(), last.words(), pose, last.manner()));
    }

    void subject(Drawing drawing, String words) {
        if (contents) {
            contents = false;
            notDrawn(words);
            return;
        }
        fresh = true;
        // "A bowl of ramen" is one thing.
        if (!subjects.isEmpty() && subjects.getLast().name().equals(drawing.name())) return;
        boolean carries =
                joined && !subjects.isEmpty() && Traits.back(drawing.name()).isPresent();
        if (carries) {
            Subject rider = subjects.removeLast();
            subjects.add(new Subject(rider.drawing(), rider.words(), Pose.RIDING, rider.manner()));
        }
        int many =
                count == 1 && Plurals.plural(words) && !Plurals.plural(drawing.name()) ? 3 : count;
        subjects.add(
                new Subject(drawing, words, Pose.STANDING, new Subject.Manner(many, size, colour)));
        count = 1;
        size = 1;
        colour = null;
        joined = false;
    }

    /** The scene, with what was not said filled in from what was. */
    Scene finish() {
        TimeOfDay when = time == null ? TimeOfDay.DAY : time;
        Weather under = weather == null ? Weather.CLEAR : weather;
        if (under == Weather.AURORA) when = TimeOfDay.NIGHT;
        Place where = place == null
                ? UsualPlaces.place(subjects, time != null || weather != null)
                : place;
        // A word for snow makes open country white; a land-bound thing at sea is put on the shore.
        if (under == Weather.SNOW && (where == Place.MEADOW || where == Place.SAVANNA))
            where = Place.SNOW;
        if (where == Place.OCEAN && UsualPlaces.landBound(subjects)) where = Place.BEACH;
        Style look = style == null ? Style.ILLUSTRATION : style;
        Scene.Rest rest = new Scene.Rest(List.copyOf(notDrawn), byMeaning);
        return new Scene(where, when, under, look, subjects, rest);
    }
}
