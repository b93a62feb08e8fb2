package dev.safelight.engines.illustrator.art;

import com.github.weisj.jsvg.SVGDocument;
import com.github.weisj.jsvg.parser.DocumentLimits;
import com.github.weisj.jsvg.parser.LoaderContext;
import com.github.weisj.jsvg.parser.SVGLoader;
import com.github.weisj.jsvg.view.ViewBox;

import java.awt.Component;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** A drawing as pixels, cut to what is visible: rows of 8-bit sRGB with straight alpha. */
public final class Sprite {
    /** Faint pixels, as of a glow, do not count as the drawing's edge. */
    private static final int VISIBLE = 40;

    private final int width;
    private final int height;
    private final int[] argb;

    Sprite(int width, int height, int[] argb) {
        this.width = width;
        this.height = height;
        this.argb = argb;
    }

    public int width() {
        return width;
    }

    public int height() {
        return height;
    }

    /** The pixels themselves, row by row: to be read, not changed. */
    public int[] argb() {
        return argb;
    }

    /** Draws an SVG so that what is visible of it is close to {@code height} pixels tall. */
    public static Sprite of(String svg, int height) throws IOException {
        Sprite probe = square(svg, 128).cut();
        int side = Math.clamp(Math.round(128f * height / probe.height), 16, 8192);
        // A flat, wide thing would need a huge sheet to become tall: its width counts too.
        int widest = Math.round(128f * height * 9 / probe.width);
        return square(svg, Math.min(side, Math.max(16, widest))).cut();
    }

    private static Sprite square(String svg, int side) throws IOException {
        LoaderContext context = LoaderContext.builder()
                .documentLimits(new DocumentLimits(60, 60, 100_000))
                .build();
        ByteArrayInputStream in = new ByteArrayInputStream(svg.getBytes(StandardCharsets.UTF_8));
        SVGDocument document = new SVGLoader().load(in, null, context);
        if (document == null) throw new IOException("a drawing of the art is not valid SVG");
        BufferedImage image = new BufferedImage(side, side, BufferedImage.TYPE_INT_ARGB);
        Graphics2D graphics = image.createGraphics();
        graphics.setRenderingHint(
                RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setRenderingHint(
                RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        document.render((Component) null, graphics, new ViewBox(0, 0, side, side));
        graphics.dispose();
        return new Sprite(
                side, side, ((DataBufferInt) image.getRaster().getDataBuffer()).getData());
    }

    public int alpha(int x, int y) {
        return argb[y * width + x] >>> 24;
    }

    private Sprite cut() {
        int left = width;
        int right = -1;
        int top = height;
        int bottom = -1;
        for (int at = 0; at < argb.length; at++) {
            if (argb[at] >>> 24 < VISIBLE) continue;
            left = Math.min(left, at % width);
            right = Math.max(right, at % width);
            top = Math.min(top, at / width);
            bottom = at / width;
        }
        return right < 0
                ? new Sprite(1, 1, new int[1])
                : part(left, top, right - left + 1, bottom - top + 1);
    }

    private Sprite part(int left, int top, int w, int h) {
        int[] copy = new int[w * h];
        for (int y = 0; y < h; y++)
            System.arraycopy(argb, (top + y) * width + left, copy, y * w, w);
        return new Sprite(w, h, copy);
    }

    public Sprite mirrored() {
        int[] copy = new int[argb.length];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) copy[y * width + x] = argb[y * width + width - 1 - x];
        }
        return new Sprite(width, height, copy);
    }

    /** What is above a waterline at a share of the height. */
    public Sprite upper(float share) {
        return part(0, 0, width, Math.max(1, Math.round(height * share)));
    }
}
