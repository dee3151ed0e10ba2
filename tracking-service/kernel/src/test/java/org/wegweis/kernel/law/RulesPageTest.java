package org.wegweis.kernel.law;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.wegweis.kernel.finding.Finding;

/**
 * {@code docs/rules.md}: every rule with its paragraph and its tests, every deadline and limit, and what is not covered.
 * With {@code WEGWEIS_WRITE_DOCS=1} in the environment the page is written instead of compared.
 */
class RulesPageTest {
    private static Map<Rule, Set<String>> tests;

    @BeforeAll
    static void find() {
        tests = new EnumMap<>(Rule.class);
        for (var rule : Rule.values()) tests.put(rule, new TreeSet<>());
        for (var type : new ClassFileImporter().importPackages("org.wegweis.kernel")) {
            for (JavaMethod method : type.getMethods()) {
                if (!method.isAnnotatedWith(Shows.class)) continue;
                for (var rule : method.getAnnotationOfType(Shows.class).value()) {
                    Objects.requireNonNull(tests.get(rule)).add(sentence(method));
                }
            }
        }
    }

    @Test
    void every_rule_is_shown_by_a_test() {
        assertThat(tests)
                .allSatisfy((rule, sentences) -> assertThat(sentences)
                        .as("tests with @Shows(Rule.%s)", rule)
                        .isNotEmpty());
    }

    @Test
    void the_page_says_what_the_code_says() throws IOException {
        var root = System.getProperty("wegweis.root");
        assumeTrue(root != null, "skipped: the project's root is not known");
        var file = Path.of(root, "docs", "rules.md");
        if (System.getenv("WEGWEIS_WRITE_DOCS") != null) Files.writeString(file, page());
        assertThat(file).as("WEGWEIS_WRITE_DOCS=1 writes it anew").hasContent(page());
    }

    /** The page of research names each paragraph that matters to the trade; it is a fact sheet, not part of the project. */
    @Test
    void every_paragraph_of_the_research_is_covered_or_said_not_to_be() throws IOException {
        var root = System.getProperty("wegweis.root");
        assumeTrue(root != null, "skipped: the project's root is not known");
        var research =
                Path.of(root).resolveSibling("shared").resolve("research").resolve("domain.md");
        assumeTrue(Files.exists(research), "skipped: the research is not here");
        assertThat(paragraphs(page())).containsAll(paragraphs(Files.readString(research)));
    }

    /** The numbers of all paragraphs that a text names, those within a range too. */
    private static Set<String> paragraphs(String text) {
        var named = new TreeSet<String>();
        var matcher = Pattern.compile("§§? ?(\\d+)([a-z]?)(?:–§? ?(\\d+))?").matcher(text);
        while (matcher.find()) {
            int first = Integer.parseInt(matcher.group(1));
            int last = matcher.group(3) == null ? first : Integer.parseInt(matcher.group(3));
            named.add(first + matcher.group(2));
            for (int number = first + 1; number <= last; number++) named.add(Integer.toString(number));
        }
        return named;
    }

    private static String page() throws IOException {
        var page = new StringBuilder("""
                # Rules

                Made from the code (`RulesPageTest`); change the code, not this page. *Refused*: whoever wants otherwise gets a
                problem document. *Flagged*: it happened, so it is recorded, and parties and authorities see the flag. *Clock*: time
                alone does it. *Recorded*: it is possible, and it is written down.

                | Paragraph | Rule | Regel | Effect | Shown by |
                |---|---|---|---|---|
                """);
        Arrays.stream(Rule.values())
                .sorted(Comparator.comparing(RulesPageTest::order))
                .forEach(rule -> page.append("| %s | %s | %s | %s | %s |\n"
                        .formatted(
                                rule.paragraph(),
                                rule.english(),
                                rule.german(),
                                word(rule.effect()),
                                String.join("; ", Objects.requireNonNull(tests.get(rule))))));
        page.append("""

                ## Findings

                What is odd or overdue is accepted and found (`FindingsTest`, `PaperFindingsTest`, `FarAwayTest`). A finding is a reading of records at the moment of
                asking, never a record. Without a paragraph it is only implausible.

                | Code | Paragraph | Finding | Hinweis | Shown to |
                |---|---|---|---|---|
                """);
        for (var finding : Finding.values()) {
            page.append("| `%s` | %s | %s | %s | %s |\n"
                    .formatted(
                            finding.code(),
                            finding.paragraph(),
                            finding.english(),
                            finding.german(),
                            finding.audience().contains(Finding.Audience.AUTHORITIES)
                                    ? "parties, authorities"
                                    : "parties"));
        }
        page.append("""

                At the pick-up `not-valid`, `over-quantity` and `over-twenty-tonnes` warn the parties only; once the plant has
                accepted, authorities see them too (`CertificateFindingsTest`).
                """);
        page.append("""

                ## Deadlines

                Calendar periods of Europe/Berlin; the day that sets one going is not counted.

                | Paragraph | Length | From | Ab | Law? |
                |---|---|---|---|---|
                """);
        for (var deadline : Deadline.values()) {
            page.append("| %s | %s | %s | %s | %s |\n"
                    .formatted(
                            deadline.paragraph(),
                            deadline.length()
                                    .toString()
                                    .replaceAll("P(.+)D", "$1 days")
                                    .replaceAll("P(.+)M", "$1 months")
                                    .replaceAll("P(.+)Y", "$1 years"),
                            deadline.from(),
                            deadline.german(),
                            deadline.law() ? "law" : "administrative practice"));
        }
        page.append("""

                ## Limits

                | Paragraph | Mass |
                |---|---|
                """);
        for (var limit : MassLimit.values()) {
            page.append(
                    "| %s | %d t |\n".formatted(limit.paragraph(), limit.mass().grams() / 1_000_000));
        }
        page.append("""

                ## Not covered, because…

                | Paragraph | What | Why |
                |---|---|---|
                """);
        for (String line : notCovered()) page.append("| ").append(line).append(" |\n");
        return page.toString();
    }

    private static List<String> notCovered() throws IOException {
        try (var in = RulesPageTest.class.getResourceAsStream("/not-covered.txt")) {
            return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
        }
    }

    /** By statute and paragraph number. */
    private static String order(Rule rule) {
        return Arrays.stream(rule.paragraph().split("(?<=\\D)(?=\\d)|(?<=\\d)(?=\\D)"))
                .map(part -> part.matches("\\d+") ? "%03d".formatted(Integer.parseInt(part)) : part)
                .collect(Collectors.joining());
    }

    private static String word(Rule.Effect effect) {
        return switch (effect) {
            case REFUSED -> "refused";
            case FLAGGED -> "flagged";
            case CLOCK -> "clock";
            case RECORDED -> "recorded";
        };
    }

    private static String sentence(JavaMethod method) {
        return method.getName().replace('_', ' ');
    }
}
