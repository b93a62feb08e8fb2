package dev.safelight.engines.illustrator.compositing;

import dev.safelight.core.engine.Stopped;
import dev.safelight.engines.illustrator.art.Props;
import dev.safelight.engines.illustrator.art.Sprite;
import dev.safelight.engines.illustrator.paint.Bands;
import dev.safelight.engines.illustrator.paint.Canvas;
import dev.safelight.engines.illustrator.reading.Pose;
import dev.safelight.engines.illustrator.reading.Scene;
import dev.safelight.engines.illustrator.setting.Setting;
import dev.safelight.engines.illustrator.sky.Atmosphere;
import dev.safelight.engines.illustrator.sky.Light;

import java.io.IOException;
import java.util.List;

/**
 * Brings the subjects into the painted setting: shadows and mirror images first, then they
 * themselves.
 */
public final class Compositing {
    private final Canvas canvas;
    private final Scene scene;
    private final Setting setting;
    private final Atmosphere air;
    private final Light light;

    public Compositing(Canvas canvas, Scene scene, Setting setting, Atmosphere air) {
        this.canvas = canvas;
        this.scene = scene;
        this.setting = setting;
        this.air = air;
        this.light = SubjectLight.at(scene.place(), air);
    }

    public void paint(Bands bands) throws IOException, Stopped {
        List<Sprite> sprites = new SubjectSprites(bands).of(scene.subjects(), canvas.height());
        List<PlacedSubject> all = new Placement(scene, setting, air).placed(sprites);
        boolean surfs =
                scene.subjects().stream().anyMatch(subject -> subject.pose() == Pose.SURFING);
        for (int at = 0; at < all.size(); at++) {
            Bands part = bands.part((float) at / all.size(), (at + 1f) / all.size());
            part.look();
            PlacedSubject placed = all.get(at).turned();
            part.look();
            if (surfs && placed.stance() == Stance.FLOATS) surf(placed, part);
            else appear(placed, part);
        }
    }

    private void appear(PlacedSubject placed, Bands bands) throws Stopped {
        SubjectPainter painter = new SubjectPainter(canvas, light, placed);
        switch (placed.stance()) {
            case STANDS -> new Shadow(canvas, light, painter, .3f).paint(bands.part(0, .5f));
            case FLOATS ->
                new Reflection(canvas, light, painter, air.seed()).mirror(bands.part(0, .5f));
            case HOVERS, DRIFTS, RISES, RIDES -> {}
        }
        painter.paint(bands.part(.5f, 1));
        if (placed.stance() == Stance.FLOATS)
            new Reflection(canvas, light, painter, air.seed()).foam();
    }

    /** The subject on a board, its mirror image below, white water around. */
    private void surf(PlacedSubject placed, Bands bands) throws IOException, Stopped {
        Spot spot = placed.spot();
        float length = Math.max(spot.tall() * 1.5f, placed.sprite().width() * 1.35f);
        Sprite drawn = Sprite.of(Props.surfboard().svg(), Math.round(length * .15f));
        Sprite board = spot.flip() ? drawn.mirrored() : drawn;
        float ahead = spot.flip() ? 1 : -1;
        float thick = length * board.height() / board.width();
        Spot low = new Spot(spot.x(), spot.foot() + thick * .5f, thick, spot.tilt(), spot.flip());
        SubjectPainter under =
                new SubjectPainter(canvas, light, new PlacedSubject(board, low, Stance.FLOATS));
        SubjectPainter above = new SubjectPainter(canvas, light, placed);
        Spray spray = new Spray(canvas, light, air.seed());
        new Reflection(canvas, light, above, air.seed()).mirror(bands.part(0, .3f));
        spray.wake(low, length, ahead);
        under.paint(bands.part(.3f, .5f));
        above.paint(bands.part(.5f, 1));
        spray.drops(low, length, ahead);
    }
}
