package dev.safelight.engines.illustrator.compositing;

import dev.safelight.engines.illustrator.art.Sprite;
import dev.safelight.engines.illustrator.art.Traits;
import dev.safelight.engines.illustrator.paint.Frame;
import dev.safelight.engines.illustrator.paint.Noise;
import dev.safelight.engines.illustrator.reading.Pose;
import dev.safelight.engines.illustrator.reading.Scene;
import dev.safelight.engines.illustrator.reading.Subject;
import dev.safelight.engines.illustrator.reading.UsualPlaces;
import dev.safelight.engines.illustrator.setting.Place;
import dev.safelight.engines.illustrator.setting.Setting;
import dev.safelight.engines.illustrator.sky.Atmosphere;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Decides where each subject goes and how big it is. */
final class Placement {
    private final Scene scene;
    private final Setting setting;
    private final Atmosphere air;
    private final Frame frame;

    /** Who is to have a place in the picture: heights as shares of the frame. */
    private record Seat(Subject subject, int copy, float tall, Sprite sprite) {
        /** The width as a share of the frame's height. */
        float wide() {
            return tall * sprite.width() / sprite.height();
        }

        Seat scaled(float factor) {
            return new Seat(subject, copy, tall * factor, sprite);
        }
    }

    Placement(Scene scene, Setting setting, Atmosphere air) {
        this.scene = scene;
        this.setting = setting;
        this.air = air;
        this.frame = setting.view().frame();
    }

    /**
     * The subjects from the farthest to the nearest.
     *
     * @param sprites one for each of the scene's subjects
     */
    List<PlacedSubject> placed(List<Sprite> sprites) {
        List<Seat> seats = seats(sprites);
        List<PlacedSubject> all = new ArrayList<>();
        for (int at = seats.size() - 1; at >= 0; at--) {
            Seat seat = seats.get(at);
            boolean rides = seat.subject.pose() == Pose.RIDING && !all.isEmpty();
            if (rides) mount(seat, seats.get(at + 1).subject.name(), all);
            else all.add(placed(seats, at));
        }
        return ordered(all);
    }

    /** Someone cut off at the waist sits behind what carries him, anyone else in front of it. */
    private void mount(Seat seat, String carrier, List<PlacedSubject> all) {
        PlacedSubject rider = rider(seat, all.getLast(), carrier);
        boolean behind = Traits.is("bust", seat.subject.name());
        all.add(behind ? all.size() - 1 : all.size(), rider);
    }

    /** By their feet; a rider stays with what carries it. */
    private static List<PlacedSubject> ordered(List<PlacedSubject> all) {
        boolean riders = all.stream().anyMatch(placed -> placed.stance() == Stance.RIDES);
        if (riders) return all;
        return all.stream()
                .sorted(Comparator.comparingDouble(placed -> placed.spot().foot()))
                .toList();
    }

    private List<Seat> seats(List<Sprite> sprites) {
        SubjectSizes sizes = new SubjectSizes(scene.subjects());
        List<Seat> seats = new ArrayList<>();
        for (int at = 0; at < sprites.size(); at++) {
            Subject subject = scene.subjects().get(at);
            for (int copy = 0; copy < subject.manner().count(); copy++) {
                float vary = copy == 0 ? 1 : .68f + .34f * Noise.hash(copy, 5, air.seed());
                seats.add(new Seat(subject, copy, sizes.tall(subject) * vary, sprites.get(at)));
            }
        }
        return fitted(seats);
    }

    /** Smaller, when they would not all fit side by side. */
    private List<Seat> fitted(List<Seat> seats) {
        float wide = 0;
        for (Seat seat : seats) if (seat.subject.pose() != Pose.RIDING) wide += seat.wide();
        float room = .92f * frame.width() / frame.height();
        float factor = Math.min(1, room / Math.max(.01f, wide));
        return seats.stream().map(seat -> seat.scaled(factor)).toList();
    }

    private PlacedSubject placed(List<Seat> seats, int at) {
        Seat seat = seats.get(at);
        boolean alone = seats.size() == 1;
        Stance stance = stance(seat.subject);
        float foot = foot(seat, stance, seats.size());
        float tall = seat.tall
                * frame.height()
                * perspective(stance, foot)
                * (stance == Stance.RISES ? 1.35f : stance == Stance.HOVERS ? .82f : 1);
        float x = alone ? aside(chance(seat, 1)) : middle(seats, at);
        boolean flip = Traits.size(seat.subject.name()) < 1.4f && x < (alone ? .5f : .45f);
        Sprite sprite = afloat(seat, stance);
        tall *= (float) sprite.height() / seat.sprite.height();
        // Kept in the picture whole, unless its lower edge cuts it.
        if (stance != Stance.RISES) foot = Math.max(foot, tall / frame.height() + .03f);
        Spot spot = new Spot(
                x * frame.width(), foot * frame.height(), tall, tilt(seat, stance, flip), flip);
        return new PlacedSubject(sprite, spot, stance);
    }

    private Sprite afloat(Seat seat, Stance stance) {
        if (stance != Stance.FLOATS) return seat.sprite;
        if (Traits.is("afloat", seat.subject.name())) return seat.sprite.upper(.81f);
        return seat.subject.pose() == Pose.SWIMMING ? seat.sprite.upper(.66f) : seat.sprite;
    }

    /** Off the middle, on the side away from the sun or moon. */
    private float aside(float chance) {
        float side = air.light().towards().x() > 0 ? -1 : 1;
        boolean narrow = frame.width() < frame.height() * 1.2f;
        return .5f + side * (narrow ? .03f : .1f) * (.6f + .8f * chance);
    }

    /** Side by side, each as wide as it is drawn; riders take no room. */
    private float middle(List<Seat> seats, int number) {
        float before = 0;
        float all = 0;
        for (int at = 0; at < seats.size(); at++) {
            Seat other = seats.get(at);
            if (at == number) before = all + other.wide() * .5f;
            if (other.subject.pose() != Pose.RIDING) all += other.wide();
        }
        float perHeight = (float) frame.height() / frame.width();
        float margin = Math.max(0, 1 - all * perHeight) / (seats.size() + 1);
        float stray = (chance(seats.get(number), 1) - .5f) * margin * .5f;
        return margin * (number + 1) + before * perHeight + stray;
    }

    /** The row of the feet, as a share of the height; big things stand farther back. */
    private float foot(Seat seat, Stance stance, int all) {
        float horizon = setting.view().horizon();
        float chance = chance(seat, 2);
        float spread = all > 1 ? (chance - .5f) * .1f : 0;
        return switch (stance) {
            case STANDS ->
                horizon
                        + (1 - horizon)
                                * (Traits.size(seat.subject.name()) >= 1.3f ? .62f : .74f + spread);
            case FLOATS ->
                horizon + (1 - horizon) * (scene.place() == Place.LAKE ? .3f : .58f + spread);
            case HOVERS -> Math.min(.12f + .2f * chance + seat.tall, horizon + .06f);
            case DRIFTS -> .5f + seat.tall * .5f + (all > 1 ? (chance - .5f) * .44f : .04f);
            case RISES -> 1.01f;
            case RIDES -> .9f;
        };
    }

    /** What stands farther back is smaller. */
    private float perspective(Stance stance, float foot) {
        if (stance != Stance.STANDS) return 1;
        float horizon = setting.view().horizon();
        return .55f + .45f * Math.min(1.2f, (foot - horizon) / (.74f * (1 - horizon)));
    }

    private float tilt(Seat seat, Stance stance, boolean flip) {
        float chance = chance(seat, 3) - .5f;
        float ahead = flip ? 1 : -1;
        if (seat.subject.pose() == Pose.SURFING) return -ahead * .13f;
        return switch (stance) {
            case DRIFTS ->
                scene.place() == Place.SPACE ? -ahead * .2f + chance * .2f : chance * .16f;
            case HOVERS -> -ahead * .06f + chance * .06f;
            case STANDS, FLOATS, RISES, RIDES -> 0;
        };
    }

    private float chance(Seat seat, int what) {
        return Noise.hash(seat.copy * 31 + what, seat.subject.name().hashCode(), air.seed());
    }

    /** What a subject is and does, and what the place offers, decide how it touches the world. */
    private Stance stance(Subject subject) {
        if (Traits.is("bust", subject.name())) return Stance.RISES;
        var home = Traits.home(subject.name());
        boolean flies = subject.pose() == Pose.FLYING
                || home.equals(java.util.Optional.of(Traits.Home.AIR));
        boolean wet = subject.pose() == Pose.SURFING
                || subject.pose() == Pose.SWIMMING
                || UsualPlaces.floats(subject);
        return switch (setting.surface()) {
            case NOTHING -> Stance.DRIFTS;
            case WATER -> flies ? Stance.HOVERS : Stance.FLOATS;
            case FLOOR -> flies && scene.place() != Place.STUDIO ? Stance.HOVERS : Stance.STANDS;
            case GROUND ->
                flies
                        ? Stance.HOVERS
                        : wet && scene.place() == Place.LAKE ? Stance.FLOATS : Stance.STANDS;
        };
    }

    private PlacedSubject rider(Seat seat, PlacedSubject carrier, String name) {
        float back = Traits.back(name).orElse(.9f);
        Spot below = carrier.spot();
        boolean bust = Traits.is("bust", seat.subject.name());
        float tall = Math.min(below.tall() * (bust ? .62f : .75f), seat.tall * frame.height());
        float foot = below.foot() - below.tall() * (bust ? back - .02f : back);
        float rear = bust ? below.tall() * (below.flip() ? -.07f : .07f) : 0;
        Spot spot = new Spot(below.x() + rear, foot, tall, below.tilt(), below.flip());
        return new PlacedSubject(seat.sprite, spot, Stance.RIDES);
    }
}
