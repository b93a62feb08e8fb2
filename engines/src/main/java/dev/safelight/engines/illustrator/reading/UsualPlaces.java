package dev.safelight.engines.illustrator.reading;

import dev.safelight.engines.illustrator.art.Traits;
import dev.safelight.engines.illustrator.setting.Place;

import java.util.List;

/** Where the subjects of a prompt belong when it does not say. */
public final class UsualPlaces {
    private UsualPlaces() {}

    /**
     * @param outdoors whether the prompt speaks of a time or a weather, so of somewhere under a sky
     */
    static Place place(List<Subject> subjects, boolean outdoors) {
        for (Subject subject : subjects) {
            if (subject.pose() == Pose.SURFING) return Place.OCEAN;
            if (subject.pose() == Pose.SWIMMING) return Place.LAKE;
        }
        for (Subject subject : subjects) {
            var home = Traits.home(subject.name());
            if (home.isPresent()) return place(home.get(), subject.pose());
        }
        return outdoors || subjects.isEmpty() ? Place.MEADOW : Place.STUDIO;
    }

    private static Place place(Traits.Home home, Pose pose) {
        if (pose == Pose.FLYING && home != Traits.Home.SPACE) return Place.SKY;
        return switch (home) {
            case WATER -> Place.LAKE;
            case DEEP -> Place.UNDERWATER;
            case AIR -> Place.SKY;
            case SPACE -> Place.SPACE;
            case FARM -> Place.MEADOW;
            case FOREST -> Place.FOREST;
            case SAVANNA -> Place.SAVANNA;
            case DESERT -> Place.DESERT;
            case COLD -> Place.SNOW;
            case STREET -> Place.CITY;
            case BEACH -> Place.BEACH;
            case TABLE -> Place.TABLE;
            case INDOORS -> Place.ROOM;
        };
    }

    /** Whether the first subject neither floats nor flies nor does anything in water. */
    static boolean landBound(List<Subject> subjects) {
        if (subjects.isEmpty()) return false;
        for (Subject subject : subjects) {
            if (subject.pose() == Pose.SURFING
                    || subject.pose() == Pose.SWIMMING
                    || floats(subject)) return false;
        }
        return subjects.getFirst().pose() != Pose.FLYING;
    }

    public static boolean floats(Subject subject) {
        return Traits.home(subject.name())
                .map(home -> home == Traits.Home.WATER
                        || home == Traits.Home.DEEP
                        || home == Traits.Home.AIR)
                .orElse(false);
    }
}
