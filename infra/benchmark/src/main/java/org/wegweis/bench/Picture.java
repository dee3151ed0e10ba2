package org.wegweis.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.wegweis.kernel.json.Fields;
import org.wegweis.kernel.json.Json;

/** A bar a figure, from its peer to us, on a scale of powers of ten: {@code infra/bench --picture < LINES > SVG}. */
final class Picture {
    private static final int ROW = 22;
    private static final int NAMES = 230;
    private static final int DECADE = 110;
    /** Powers of ten to the left and to the right of the peer. */
    private static final int LOWEST = -2;

    private static final int HIGHEST = 4;
    private static final int WIDTH = NAMES + (HIGHEST - LOWEST) * DECADE + 60;

    private Picture() {}

    static void draw() throws IOException {
        var in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        var bars = in.lines()
                .filter(line -> line.contains("\"ratio\""))
                .map(line -> (Json.Obj) Json.parse(line.getBytes(StandardCharsets.UTF_8)))
                .map(Bar::of)
                .toList();
        var svg = new StringBuilder();
        int height = (bars.size() + 2) * ROW;
        svg.append(String.format(
                Locale.ROOT,
                "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" font-family=\"sans-serif\""
                        + " font-size=\"13\"><rect width=\"100%%\" height=\"100%%\" fill=\"#fff\"/>%n",
                WIDTH,
                height));
        for (int power = LOWEST; power <= HIGHEST; power++) {
            double x = x(Math.pow(10, power));
            svg.append(String.format(
                    Locale.ROOT,
                    "<line x1=\"%.0f\" x2=\"%.0f\" y1=\"%d\" y2=\"%d\" stroke=\"%s\"/>"
                            + "<text x=\"%.0f\" y=\"%d\" text-anchor=\"middle\">%s</text>%n",
                    x,
                    x,
                    ROW,
                    height,
                    power == 0 ? "#000" : "#ccc",
                    x,
                    ROW - 7,
                    power == 0 ? "peer" : "×" + label(Math.pow(10, power))));
        }
        for (int i = 0; i < bars.size(); i++) svg.append(bar(bars.get(i), ROW * (i + 1) + 4));
        System.out.print(svg.append("</svg>\n"));
    }

    private record Bar(String name, double ratio) {
        static Bar of(Json.Obj line) {
            var fields = Fields.of(line);
            return new Bar(fields.text("name"), ((Json.Num) fields.take("ratio").orElseThrow()).value());
        }
    }

    private static String bar(Bar bar, int y) {
        double peer = x(1);
        double us = x(bar.ratio());
        return String.format(
                Locale.ROOT,
                "<text x=\"%d\" y=\"%d\" text-anchor=\"end\">%s</text><rect x=\"%.0f\" y=\"%d\" width=\"%.0f\""
                        + " height=\"%d\" fill=\"#1f6f8b\"/><text x=\"%.0f\" y=\"%d\">%s</text>%n",
                NAMES - 8,
                y + 12,
                bar.name(),
                Math.min(peer, us),
                y,
                Math.max(1, Math.abs(us - peer)),
                ROW - 8,
                Math.max(peer, us) + 5,
                y + 12,
                label(bar.ratio()));
    }

    private static double x(double ratio) {
        double power = Math.clamp(Math.log10(ratio), LOWEST, HIGHEST);
        return NAMES + (power - LOWEST) * DECADE;
    }

    private static String label(double ratio) {
        return ratio >= 100
                ? String.format(Locale.ROOT, "%.0f", ratio)
                : String.format(Locale.ROOT, "%.3g", ratio).replaceAll("\\.?0+$", "");
    }
}
