package org.wegweis.ledgerbridge.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.wegweis.evidence.pack.GenuinePackage;
import org.wegweis.evidence.verification.Report;
import org.wegweis.evidence.verification.Verification;
import org.wegweis.kernel.party.OrganisationId;
import org.wegweis.kernel.record.Uuid7;
import org.wegweis.ledgerbridge.gathering.Directory;
import org.wegweis.ledgerbridge.gathering.Subject;

class ReadableReportTest {
    private static final String REMARK = "Reifenschaden, Übergabe auf dem Rastplatz";
    private static final ReadableReport REPORTS = new ReadableReport();
    private static final LoadOfADay DAY = new LoadOfADay(REMARK, "Bau Süd GmbH");

    /** What somebody writes who wants the report to say something else. */
    private static final String HOSTILE = "Ende.\n\nErgebnis der Prüfung: HÄLT NICHT\u0007\u202Egesiegelt\u202C "
            + "<fo:block>&amp;</fo:block>\u200B\uFEFF 請確認 \uD83D\uDE9B e\u0301 " + "W".repeat(5_000);

    @BeforeAll
    static void foundry() {
        VeraGreenfieldFoundryProvider.initialise();
    }

    @Test
    void a_judge_reads_what_where_who_and_on_whose_word() throws IOException {
        String text = text(pdf(DAY));
        assertThat(text)
                .contains(
                        "Beweispaket: Entsorgungsvorgang",
                        "Evidence package: Consignment",
                        "Begleitschein",
                        "11681570210012-2",
                        "Boden und Steine",
                        "19.880 kg",
                        "19,880 kg",
                        "Bau Süd GmbH",
                        "B-FT 4711",
                        "Reifenschaden",
                        "Es gab Berichtigungen",
                        "hält",
                        "eIDAS-Verordnung",
                        "infra/verify --trust",
                        "die der Empfänger nicht sehen darf: 1",
                        "dem Empfänger verborgen")
                .doesNotContain("[U+");
        assertThat(text).contains(DAY.trust().logKey().toString().substring(0, 12));
    }

    @ParameterizedTest
    @EnumSource(
            value = PDFAFlavour.class,
            names = {"PDFA_2_A", "PDFUA_1"})
    void it_is_the_kind_of_file_that_it_says_it_is(PDFAFlavour flavour) throws Exception {
        for (var day : List.of(DAY, new LoadOfADay(HOSTILE, HOSTILE))) {
            assertThat(failures(pdf(day), flavour)).isEmpty();
        }
    }

    @Test
    void the_same_content_gives_the_same_bytes() {
        var content = DAY.content(DAY.evidence());
        assertThat(REPORTS.pdf(content)).isEqualTo(new ReadableReport().pdf(content));
    }

    @Test
    void of_very_many_records_and_names_the_first_are_listed_and_the_others_counted() throws IOException {
        var route = new GenuinePackage(5, 320);
        var evidence = route.evidence();
        var own = evidence.items().stream()
                .filter(item -> item.record().subject().equals(evidence.subject()))
                .count();
        var random = new Random(5);
        var names = IntStream.range(0, 310)
                .boxed()
                .collect(Collectors.toMap(
                        _ -> OrganisationId.parse(
                                Uuid7.next(() -> LoadOfADay.MORNING, random).toString()),
                        i -> "Firma " + i));
        var content = new Content(
                new Subject(Subject.CONSIGNMENTS, evidence.subject().toString()),
                evidence,
                Optional.empty(),
                new Directory(names, Map.of()),
                Verification.verify(route.file(), Optional.of(route.trust())));
        assertThat(text(REPORTS.pdf(content)))
                .contains(
                        (own - 300) + " weitere Einträge sind hier nicht aufgezählt",
                        "10 weitere Namen sind hier nicht aufgezählt");
    }

    @Test
    void a_package_of_twelve_events_stays_small_and_holds() {
        var evidence = DAY.evidence();
        byte[] file = DAY.file(evidence, REPORTS.pdf(DAY.content(evidence)));
        assertThat(Verification.verify(file, Optional.of(DAY.trust())).outcome())
                .isEqualTo(Report.Outcome.HOLDS);
        assertThat(file.length).isLessThan(200_000);
    }

    @Test
    void what_others_write_cannot_look_like_our_own_words() throws IOException {
        var day = new LoadOfADay(HOSTILE, HOSTILE);
        String text = text(pdf(day));
        assertThat(text.codePoints()).allMatch(point -> Shown.isShown(point) || point == '\n' || point == '\u200B');
        assertThat(text.replaceAll("[\\s\u200B]+", ""))
                .contains(
                        "[U+000A][U+000A]Ergebnis",
                        "[U+202E]",
                        "[U+0007]",
                        "[U+1F69B]",
                        "<fo:block>&amp;",
                        "é",
                        "W…(1000/");
        // every time it stands on grey, wherever it stands
        String pages = Document.of(day.content(day.evidence())).toString();
        assertThat(pages.split("Ende\\.", -1)).hasSizeGreaterThan(10);
        assertThat(pages.split("background-color=\"#e9e9e9\">Ende\\.", -1)).hasSameSizeAs(pages.split("Ende\\.", -1));
    }

    @Test
    void long_values_stay_on_the_page() throws IOException {
        try (var document = Loader.loadPDF(pdf(new LoadOfADay("W".repeat(900), "M".repeat(119))))) {
            var beyond = new ArrayList<String>();
            var stripper = new PDFTextStripper() {
                @Override
                protected void writeString(String text, List<org.apache.pdfbox.text.TextPosition> positions) {
                    for (var position : positions) {
                        if (position.getUnicode().isBlank()) continue;
                        float right = position.getXDirAdj() + position.getWidthDirAdj();
                        if (right > position.getPageWidth() - 18 / 25.4 * 72 + 1) beyond.add(text);
                    }
                }
            };
            stripper.getText(document);
            assertThat(beyond).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"Regular", "Bold"})
    void both_fonts_have_every_character_that_is_shown(String weight) throws IOException {
        try (InputStream file = Objects.requireNonNull(
                        getClass().getResourceAsStream("/liberation/LiberationSans-" + weight + ".ttf"));
                var font = new TTFParser().parse(new RandomAccessReadBuffer(file))) {
            var glyphs = font.getUnicodeCmapLookup();
            assertThat(IntStream.range(0x20, 0x3000).filter(Shown::isShown))
                    .isNotEmpty()
                    .allMatch(point -> glyphs.getGlyphId(point) != 0);
        }
    }

    private static byte[] pdf(LoadOfADay day) {
        return REPORTS.pdf(day.content(day.evidence()));
    }

    private static String text(byte[] pdf) throws IOException {
        try (var document = Loader.loadPDF(pdf)) {
            var pages = System.getProperty("wegweis.report.pages");
            if (pages != null) draw(document, pdf, Path.of(pages));
            return new PDFTextStripper().getText(document);
        }
    }

    /** Draws the pages into the folder that {@code -Dwegweis.report.pages} names, for looking at them. */
    private static void draw(org.apache.pdfbox.pdmodel.PDDocument document, byte[] pdf, Path folder)
            throws IOException {
        String name = Integer.toHexString(pdf.length);
        Files.write(folder.resolve(name + ".pdf"), pdf);
        for (int i = 0; i < document.getNumberOfPages(); i++) {
            ImageIO.write(
                    new PDFRenderer(document).renderImageWithDPI(i, 130),
                    "png",
                    folder.resolve(name + "-" + i + ".png").toFile());
        }
    }

    private static List<String> failures(byte[] pdf, PDFAFlavour flavour) throws Exception {
        try (var parser = Foundries.defaultInstance().createParser(new ByteArrayInputStream(pdf), flavour);
                var validator = Foundries.defaultInstance().createValidator(flavour, false)) {
            return validator.validate(parser).getTestAssertions().stream()
                    .map(assertion -> assertion.getRuleId() + " " + assertion.getMessage())
                    .distinct()
                    .toList();
        }
    }
}
