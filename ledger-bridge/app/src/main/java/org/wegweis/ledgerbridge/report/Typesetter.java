package org.wegweis.ledgerbridge.report;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.StringReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Date;
import java.util.HexFormat;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.parsers.SAXParserFactory;
import org.apache.fop.apps.EnvironmentalProfileFactory;
import org.apache.fop.apps.FopFactory;
import org.apache.fop.apps.FopFactoryBuilder;
import org.apache.fop.apps.io.ResourceResolverFactory;
import org.apache.fop.configuration.ConfigurationException;
import org.apache.fop.configuration.DefaultConfigurationBuilder;
import org.apache.xmlgraphics.io.Resource;
import org.apache.xmlgraphics.io.ResourceResolver;
import org.apache.xmlgraphics.util.MimeConstants;
import org.wegweis.kernel.record.Hash;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/**
 * XSL-FO to PDF/A-2a (ISO 19005-2) and PDF/UA-1 (ISO 14289-1), by Apache FOP. It reads two fonts from the class path and
 * nothing else, and the same pages at the same time give the same bytes.
 */
final class Typesetter {
    private static final String BASE = "fonts:/";
    private static final String FONTS = "/liberation/";
    private static final String SETTINGS = """
            <fop version="1.0">
              <accessibility>true</accessibility>
              <renderers>
                <renderer mime="application/pdf">
                  <pdf-a-mode>PDF/A-2a</pdf-a-mode>
                  <pdf-ua-mode>PDF/UA-1</pdf-ua-mode>
                  <version>1.7</version>
                  <fonts>
                    <font embed-url="LiberationSans-Regular.ttf" embedding-mode="subset">
                      <font-triplet name="Liberation Sans" style="normal" weight="normal"/>
                    </font>
                    <font embed-url="LiberationSans-Bold.ttf" embedding-mode="subset">
                      <font-triplet name="Liberation Sans" style="normal" weight="bold"/>
                    </font>
                  </fonts>
                </renderer>
              </renderers>
            </fop>
            """;

    private final FopFactory factory;

    Typesetter() {
        try (var settings = new ByteArrayInputStream(SETTINGS.getBytes(StandardCharsets.UTF_8))) {
            factory = new FopFactoryBuilder(
                            EnvironmentalProfileFactory.createRestrictedIO(URI.create(BASE), new Fonts()))
                    .setConfiguration(new DefaultConfigurationBuilder().build(settings))
                    .build();
            factory.getFontManager()
                    .setResourceResolver(
                            ResourceResolverFactory.createInternalResourceResolver(URI.create(BASE), new Fonts()));
        } catch (ConfigurationException | IOException e) {
            throw new IllegalStateException("the settings of the report's pages are wrong", e);
        }
    }

    /** @param at what the file says as the time of its making */
    @SuppressWarnings("JavaUtilDate") // FOP's interface
    byte[] pdf(Fo pages, Instant at) {
        var out = new ByteArrayOutputStream();
        try {
            var agent = factory.newFOUserAgent();
            agent.setCreationDate(Date.from(at));
            agent.getEventBroadcaster().addEventListener(_ -> {}); // else it logs every page
            var fop = factory.newFop(MimeConstants.MIME_PDF, agent, out);
            SAXParserFactory.newDefaultNSInstance()
                    .newSAXParser()
                    .parse(new InputSource(new StringReader(pages.toString())), fop.getDefaultHandler());
        } catch (SAXException | ParserConfigurationException | IOException e) {
            throw new IllegalStateException("the report's pages cannot be set", e);
        }
        return withoutClock(out.toByteArray());
    }

    /** FOP writes its own clock into a file, and two identifiers made of it; here they follow from the contents. */
    private static byte[] withoutClock(byte[] pdf) {
        String text = new String(pdf, StandardCharsets.ISO_8859_1);
        int made = after(text, "<xmp:CreateDate>", 0);
        int written = after(text, "<xmp:MetadataDate>", 0);
        System.arraycopy(pdf, made, pdf, written, text.indexOf('<', written) - written);
        int first = after(text, "<", text.lastIndexOf("/ID "));
        int second = after(text, "<", first);
        int length = text.indexOf('>', first) - first;
        for (int at : new int[] {first, second}) Arrays.fill(pdf, at, at + length, (byte) '0');
        String id = HexFormat.of().withUpperCase().formatHex(Hash.sha256(pdf).bytes());
        byte[] digits = id.substring(0, length).getBytes(StandardCharsets.US_ASCII);
        for (int at : new int[] {first, second}) System.arraycopy(digits, 0, pdf, at, length);
        return pdf;
    }

    private static int after(String text, String mark, int from) {
        return text.indexOf(mark, from) + mark.length();
    }

    /** Fonts by name; whatever else FOP may be asked to fetch or write does not exist. */
    private static final class Fonts implements ResourceResolver {
        @Override
        public Resource getResource(URI uri) throws IOException {
            String path = uri.getPath();
            if (!"fonts".equals(uri.getScheme()) || path == null || !path.matches("/[A-Za-z-]+\\.ttf")) {
                throw new IOException("nothing is fetched for a report: " + uri);
            }
            InputStream font = Typesetter.class.getResourceAsStream(FONTS + path.substring(1));
            if (font == null) throw new IOException("no such font: " + uri);
            return new Resource(font);
        }

        @Override
        public OutputStream getOutputStream(URI uri) throws IOException {
            throw new IOException("nothing is written beside a report: " + uri);
        }
    }
}
