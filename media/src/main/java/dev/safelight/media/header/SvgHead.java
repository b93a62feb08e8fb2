package dev.safelight.media.header;

import dev.safelight.core.asset.Inspection.Reason;

import org.jspecify.annotations.Nullable;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.regex.Pattern;

import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * The first element of an SVG. What stands before it is read without ever expanding an entity or
 * opening another file; what stands behind it is not read.
 *
 * @param width in pixels, null where it does not say so in plain numbers
 * @param height as width
 */
public record SvgHead(@Nullable Integer width, @Nullable Integer height) {
    private static final int MOST_READ = 1 << 18;
    private static final String NAMESPACE = "http://www.w3.org/2000/svg";
    private static final Pattern PIXELS =
            Pattern.compile("\\s*(\\d{1,6}(?:\\.\\d{1,9})?)(px)?\\s*");
    private static final Pattern SPACE = Pattern.compile("[\\s,]+");

    /** Refuses what is not SVG, and what declares entities. */
    public static SvgHead read(FileBytes file) throws IOException, UnfitFile {
        var head = file.bytes(0, (int) Math.min(file.size(), MOST_READ));
        try {
            var reader = hardened().createXMLStreamReader(new ByteArrayInputStream(head));
            try {
                return first(reader);
            } finally {
                reader.close();
            }
        } catch (XMLStreamException broken) {
            throw UnfitFile.damaged("The SVG is not well-formed at its beginning.");
        }
    }

    private static XMLInputFactory hardened() {
        var factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
        factory.setXMLResolver((publicId, systemId, base, namespace) -> {
            throw new XMLStreamException("nothing else is opened");
        });
        return factory;
    }

    private static SvgHead first(XMLStreamReader reader) throws XMLStreamException, UnfitFile {
        while (true) {
            int event = reader.next();
            if (event == XMLStreamConstants.DTD)
                throw UnfitFile.damaged("The SVG has a document type: save it without one.");
            if (event == XMLStreamConstants.START_ELEMENT) break;
        }
        if (!reader.getLocalName().equals("svg") || !isSvg(reader.getNamespaceURI()))
            throw new UnfitFile(Reason.UNKNOWN_TYPE, "The file is XML, but no SVG.");
        return sides(
                reader.getAttributeValue(null, "width"),
                reader.getAttributeValue(null, "height"),
                reader.getAttributeValue(null, "viewBox"));
    }

    private static boolean isSvg(@Nullable String namespace) {
        return namespace == null || namespace.isEmpty() || namespace.equals(NAMESPACE);
    }

    private static SvgHead sides(
            @Nullable String width, @Nullable String height, @Nullable String box) {
        var wide = pixels(width);
        var high = pixels(height);
        if (wide != null && high != null) return new SvgHead(wide, high);
        var numbers = box == null ? new String[0] : SPACE.split(box.strip(), -1);
        if (numbers.length != 4) return new SvgHead(null, null);
        wide = pixels(numbers[2]);
        high = pixels(numbers[3]);
        return wide == null || high == null ? new SvgHead(null, null) : new SvgHead(wide, high);
    }

    private static @Nullable Integer pixels(@Nullable String text) {
        if (text == null) return null;
        var plain = PIXELS.matcher(text);
        if (!plain.matches()) return null;
        long pixels = Math.round(Double.parseDouble(plain.group(1)));
        return pixels < 1 ? null : (int) pixels;
    }
}
