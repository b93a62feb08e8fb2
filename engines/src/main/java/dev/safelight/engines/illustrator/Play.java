package dev.safelight.engines.illustrator;

import dev.safelight.core.engine.Stopped;

import java.io.IOException;
import java.util.List;

/**
 * Brings the actors into the painted setting: shadows and mirror images first, then they
 * themselves.
 */
final class Play {
    private final Canvas canvas;
    private final Scene scene;
    private final Setting setting;
    private final Air air;
    private final Light light;

    Play(Canvas canvas, Scene scene, Setting setting, Air air) {
        this.canvas = canvas;
        this.scene = scene;
        this.setting = setting;
        this.air = air;
        this.light = Lamps.at(scene.place(), air);
    }

    void perform(Bands bands) throws IOException, Stopped {
        List<Actor> actors = new Company(scene, setting, air).actors();
        boolean surfs =
                scene.subjects().stream().anyMatch(subject -> subject.pose() == Pose.SURFING);
        for (int at = 0; at < actors.size(); at++) {
            Bands part = bands.part((float) at / actors.size(), (at + 1f) / actors.size());
            Actor actor = actors.get(at);
            if (surfs && actor.stance() == Stance.FLOATS) surf(actor, part);
            else appear(actor, part);
        }
    }

    private void appear(Actor actor, Bands bands) throws Stopped {
        Shot shot = new Shot(canvas, light, actor);
        switch (actor.stance()) {
            case STANDS -> new Shadow(canvas, light, shot, .3f).paint(bands.part(0, .5f));
            case FLOATS ->
                new Reflection(canvas, light, shot, air.seed()).mirror(bands.part(0, .5f));
            case HOVERS, DRIFTS, RISES, RIDES -> {}
        }
        shot.paint(bands.part(.5f, 1));
        if (actor.stance() == Stance.FLOATS) new Reflection(canvas, light, shot, air.seed()).foam();
    }

    /** The actor on a board, its mirror image below, white water around. */
    private void surf(Actor actor, Bands bands) throws IOException, Stopped {
        Spot spot = actor.spot();
        float length = Math.max(spot.tall() * 1.5f, actor.sprite().width() * 1.35f);
        Sprite drawn = Sprite.of(Props.surfboard().svg(), Math.round(length * .15f));
        Sprite board = spot.flip() ? drawn.mirrored() : drawn;
        float ahead = spot.flip() ? 1 : -1;
        float thick = length * board.height() / board.width();
        Spot low = new Spot(spot.x(), spot.foot() + thick * .5f, thick, spot.tilt(), spot.flip());
        Shot under = new Shot(canvas, light, new Actor(board, low, Stance.FLOATS));
        Shot above = new Shot(canvas, light, actor);
        Spray spray = new Spray(canvas, light, air.seed());
        new Reflection(canvas, light, above, air.seed()).mirror(bands.part(0, .3f));
        spray.wake(low, length, ahead);
        under.paint(bands.part(.3f, .5f));
        above.paint(bands.part(.5f, 1));
        spray.drops(low, length, ahead);
    }
}
