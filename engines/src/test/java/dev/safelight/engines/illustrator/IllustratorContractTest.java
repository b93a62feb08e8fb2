package dev.safelight.engines.illustrator;

import dev.safelight.core.engine.Engine;
import dev.safelight.core.tool.ToolName;
import dev.safelight.engines.illustrator.art.InstalledArt;
import dev.safelight.media.pack.Packs;
import dev.safelight.testkit.engine.EngineContract;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.util.List;

class IllustratorContractTest extends EngineContract {
    @TempDir
    Path noPacks;

    private static Wanted picture(String json) {
        return new Wanted(ToolName.GENERATE_IMAGE, json.replace('\'', '"'));
    }

    @Override
    protected Engine engine() {
        return new IllustratorEngine(new Packs(noPacks));
    }

    @Override
    protected Wanted usual() {
        return picture("{'prompt':'a boat on the sea','width':256,'height':256}");
    }

    @Override
    protected Wanted lasting() {
        return picture("{'prompt':'a city at night','imageSize':'4K','numResults':4}");
    }

    @Override
    protected List<Wanted> refused() {
        return List.of(
                picture("{'prompt':'a cat','images':['01KB0000000000000000000000']}"),
                picture("{'prompt':'a cat','imageSize':'4K','numResults':100}"));
    }

    @Override
    protected List<Integer> stopsAt() {
        return List.of(0, 1, 10);
    }

    @Override
    protected List<Wanted> repeatable() {
        return List.of(picture("{'prompt':'a tree on a hill','width':256,'height':256,'seed':7}"));
    }

    /** Drawings of the packs, large enough that each takes its time. */
    @Nested
    class WithArt extends EngineContract {
        private final Packs packs = InstalledArt.packs();

        @Override
        protected Engine engine() {
            return new IllustratorEngine(packs);
        }

        @Override
        protected Wanted usual() {
            return picture("{'prompt':'a red fox and a crocodile','width':256,'height':256}");
        }

        @Override
        protected Wanted lasting() {
            return picture("{'prompt':'three red snakes, two blue crocodiles, a green dachshund'"
                    + ",'imageSize':'4K','format':'jpeg'}");
        }

        @Override
        protected List<Integer> stopsAt() {
            return List.of(0, 60);
        }

        @Override
        protected List<Wanted> refused() {
            return List.of(picture("{'prompt':'a cat','images':['01KB0000000000000000000000']}"));
        }

        @Override
        protected List<Wanted> repeatable() {
            return List.of(
                    picture("{'prompt':'a cat and a canoe','width':256,'height':256,'seed':7}"));
        }
    }
}
