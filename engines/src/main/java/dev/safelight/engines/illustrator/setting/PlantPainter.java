package dev.safelight.engines.illustrator.setting;

import dev.safelight.core.engine.Stopped;
import dev.safelight.engines.illustrator.paint.Bands;
import dev.safelight.engines.illustrator.paint.Canvas;
import dev.safelight.engines.illustrator.paint.Ink;
import dev.safelight.engines.illustrator.paint.View;
import dev.safelight.engines.illustrator.sky.Atmosphere;

/** Stands the plants on the land, from far to near, hidden by whatever land is nearer than they. */
final class PlantPainter {
    private final View view;
    private final Atmosphere air;
    private final Canvas canvas;
    private final float[] depth;

    PlantPainter(View view, Atmosphere air, Canvas canvas, float[] depth) {
        this.view = view;
        this.air = air;
        this.canvas = canvas;
        this.depth = depth;
    }

    void paint(Terrain terrain, float eye, Bands bands) throws Stopped {
        Plants plants = terrain.plants();
        Plants.Plant[] all = plants.scatter(view, air.seed() + 301);
        Foliage foliage = new Foliage(plants.kind(), air.light());
        // Columns again, so that two cores never meet in a pixel and the order stays from far to
        // near.
        int strip = Math.max(8, canvas.width() / 96);
        bands.lines((canvas.width() + strip - 1) / strip, number -> {
            int left = number * strip;
            int right = Math.min(canvas.width(), left + strip);
            for (Plants.Plant plant : all) {
                float height = terrain.height(plant.x(), plant.z(), 5);
                if (height < terrain.waterLevel() + .3f) continue;
                plant(
                        plant,
                        view.yOf((height - eye) / plant.z()),
                        foliage,
                        terrain.clear(),
                        left,
                        right);
            }
        });
    }

    /** Only the part of the plant inside the strip from {@code left} to {@code right}. */
    private void plant(
            Plants.Plant plant, float foot, Foliage foliage, float clear, int left, int right) {
        float tall = plant.tall() / plant.z() / view.grain();
        float middle = view.xOf(plant.x() / plant.z());
        int from = Math.max(left, (int) (middle - tall * .55f));
        int to = Math.min(right - 1, (int) (middle + tall * .55f));
        int top = Math.max(0, (int) (foot - tall * 1.02f));
        int bottom = Math.min(canvas.height() - 1, (int) foot);
        Ink ink = new Ink();
        for (int x = from; x <= to; x++) {
            for (int y = top; y <= bottom; y++) {
                float land = depth[y * canvas.width() + x];
                if (land != 0 && Math.abs(land) < plant.z() * .93f) continue;
                float cover = foliage.at(
                        (x + .5f - middle) / tall,
                        (foot - y - .5f) / tall,
                        1 / tall,
                        plant.seed(),
                        ink);
                if (cover <= 0) continue;
                air.haze(view.nx(x), plant.z(), clear, ink);
                canvas.lay(x, y, ink, cover);
            }
        }
    }
}
