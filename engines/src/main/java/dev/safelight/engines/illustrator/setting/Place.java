package dev.safelight.engines.illustrator.setting;

import dev.safelight.engines.illustrator.paint.Frame;
import dev.safelight.engines.illustrator.paint.View;
import dev.safelight.engines.illustrator.sky.Atmosphere;
import dev.safelight.engines.illustrator.sky.Weather;

/** Where a scene plays. */
public enum Place {
    OCEAN(.5f),
    BEACH(.44f),
    LAKE(.5f),
    MOUNTAIN(.6f),
    MEADOW(.5f),
    SAVANNA(.52f),
    FOREST(.52f),
    DESERT(.5f),
    SNOW(.52f),
    CITY(.54f),
    SPACE(.5f),
    MOON(.48f),
    UNDERWATER(.5f),
    SKY(.55f),
    ROOM(.45f),
    TABLE(.42f),
    STUDIO(.5f);

    private final float horizon;

    Place(float horizon) {
        this.horizon = horizon;
    }

    /** Whether there is a sky in it whose time and weather can be seen. */
    public boolean outdoors() {
        return switch (this) {
            case SPACE, MOON, UNDERWATER, ROOM, TABLE, STUDIO -> false;
            case OCEAN, BEACH, LAKE, MOUNTAIN, MEADOW, SAVANNA, FOREST, DESERT, SNOW, CITY, SKY ->
                true;
        };
    }

    public Setting setting(Frame frame, Atmosphere air) {
        View view = new View(frame, horizon);
        int seed = air.seed();
        return switch (this) {
            case OCEAN -> new Backdrop(view, Surface.WATER, new Ocean(air, false));
            case BEACH -> new Backdrop(view, Surface.GROUND, new Ocean(air, true));
            case LAKE -> land(view, air, new Peaks(true, seed));
            case MOUNTAIN -> land(view, air, new Peaks(false, seed));
            case MEADOW -> land(view, air, Hills.under(Hills.Cover.MEADOW, seed));
            case SAVANNA -> land(view, air, Hills.under(Hills.Cover.SAVANNA, seed));
            case FOREST ->
                land(
                        view,
                        air,
                        Hills.under(
                                air.weather() == Weather.SNOW
                                        ? Hills.Cover.SNOWY_FOREST
                                        : Hills.Cover.FOREST,
                                seed));
            case DESERT -> land(view, air, new Dunes(false, seed));
            case SNOW -> land(view, air, Hills.under(Hills.Cover.SNOW, seed));
            case CITY -> new Backdrop(view, Surface.GROUND, new City(air));
            case SPACE -> new Backdrop(view, Surface.NOTHING, new OuterSpace(view, seed));
            case MOON -> new Land(view, air, new Dunes(true, seed), new OuterSpace(view, seed));
            case UNDERWATER -> new Backdrop(view, Surface.NOTHING, new Underwater(air));
            case SKY -> land(view, air, new CloudTops(seed));
            case ROOM -> new Backdrop(view, Surface.FLOOR, new Room(air));
            case TABLE -> new Backdrop(view, Surface.FLOOR, new TableTop(air));
            case STUDIO -> new Backdrop(view, Surface.FLOOR, new Studio(air.time(), seed));
        };
    }

    private static Land land(View view, Atmosphere air, Terrain terrain) {
        return new Land(
                view, air, terrain, (nx, ny, out) -> air.sky().at(nx, Math.max(0, ny), out));
    }
}
