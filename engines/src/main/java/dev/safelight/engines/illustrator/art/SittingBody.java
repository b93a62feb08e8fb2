package dev.safelight.engines.illustrator.art;

import java.io.IOException;

/** Gives a sitting body to an animal of which the art has only the head. */
public final class SittingBody {
    private SittingBody() {}

    /** A whole figure: the head in front, and below it a body in the head's main colour. */
    public static Drawing below(Drawing head) throws IOException {
        int main = mainColour(Sprite.of(head.svg(), 64));
        String fur = css(main, 1);
        String shade = css(main, .72f);
        String pale = css(main, 1.25f);
        String defs = "<defs><radialGradient id='slb' cx='.4' cy='.3' r='.8'>"
                + "<stop offset='0' stop-color='"
                + pale
                + "'/><stop offset='.55' stop-color='" + fur
                + "'/><stop offset='1' stop-color='" + shade
                + "'/></radialGradient></defs>";
        String tail =
                "<path d='M74 122 q26 2 20 -24 q-2 -9 -9 -4 q2 16 -14 16z' fill='" + shade + "'/>";
        String trunk =
                "<path d='M50 52 C26 56 16 100 18 122 C20 138 80 138 82 122 C84 100 74 56 50 52z'"
                        + " fill='url(#slb)'/>";
        String belly = "<ellipse cx='50' cy='106' rx='17' ry='24' fill='#fff' opacity='.28'/>";
        String legs = leg(33, fur, shade) + leg(67, fur, shade);
        String feet = foot(26, pale, fur) + foot(74, pale, fur);
        String svg =
                "<svg xmlns='http://www.w3.org/2000/svg' xmlns:xlink='http://www.w3.org/1999/xlink'"
                        + " viewBox='0 0 112 140'><g transform='translate(6 0)'>" + defs
                        + (Traits.is("tailless", head.name()) ? "" : tail) + trunk + belly + feet
                        + legs
                        + head.svg()
                                .replaceFirst("<svg ", "<svg x='8' y='-2' width='84' height='84' ")
                        + "</g></svg>";
        return new Drawing(head.name(), head.pack(), svg);
    }

    private static String leg(int x, String fur, String shade) {
        return "<path d='M" + (x - 8) + " 88 q8 -6 16 0 l1 42 q-9 6 -18 0z' fill='" + fur
                + "' stroke='" + shade
                + "' stroke-width='1.4'/><ellipse cx='" + x + "' cy='131' rx='11' ry='6.5' fill='"
                + fur
                + "' stroke='" + shade + "' stroke-width='1.2'/>";
    }

    private static String foot(int x, String pale, String fur) {
        return "<ellipse cx='" + x + "' cy='128' rx='15' ry='8.5' fill='" + pale + "' stroke='"
                + fur + "' stroke-width='1'/>";
    }

    /** The commonest colour of the drawing that is neither a line nor a highlight. */
    private static int mainColour(Sprite head) {
        int[] counts = new int[4096];
        int best = 0;
        for (int pixel : head.argb()) {
            if (pixel >>> 24 < 200) continue;
            int bin = (pixel >> 12 & 0xF00) | (pixel >> 8 & 0xF0) | (pixel >> 4 & 0xF);
            if (++counts[bin] > counts[best]) best = bin;
        }
        int red = (best >> 8) * 17;
        int green = ((best >> 4) & 15) * 17;
        int blue = (best & 15) * 17;
        return (red << 16) | (green << 8) | blue;
    }

    private static String css(int colour, float light) {
        int r = Math.clamp(Math.round((colour >> 16 & 255) * light), 0, 255);
        int g = Math.clamp(Math.round((colour >> 8 & 255) * light), 0, 255);
        int b = Math.clamp(Math.round((colour & 255) * light), 0, 255);
        return "rgb(" + r + "," + g + "," + b + ")";
    }
}
