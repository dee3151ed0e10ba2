package org.wegweis.evidence.note;

import java.util.Arrays;
import java.util.List;
import org.wegweis.evidence.log.Head;
import org.wegweis.evidence.log.TreeHash;

/**
 * A log's head as the text of a note (C2SP tlog-checkpoint).
 *
 * @param origin which log it is
 * @param extensions further lines, which have no meaning here
 */
public record Checkpoint(String origin, Head head, List<String> extensions) {
    public Checkpoint {
        requireLine(origin);
        extensions = List.copyOf(extensions);
        extensions.forEach(Checkpoint::requireLine);
    }

    public Checkpoint(String origin, Head head) {
        this(origin, head, List.of());
    }

    /** @throws IllegalArgumentException unless the text is exactly what {@link #text} gives */
    public static Checkpoint parse(String text) {
        List<String> lines = Arrays.asList(text.split("\n", -1));
        if (lines.size() < 4) throw new IllegalArgumentException("a checkpoint has at least three lines");
        var checkpoint = new Checkpoint(
                lines.getFirst(),
                new Head(Long.parseLong(lines.get(1)), TreeHash.parse(lines.get(2))),
                lines.subList(3, lines.size() - 1));
        if (!checkpoint.text().equals(text)) throw new IllegalArgumentException("not a checkpoint");
        return checkpoint;
    }

    /** The lines, each ended by a newline. */
    public String text() {
        var out = new StringBuilder(origin).append('\n').append(head.size()).append('\n');
        out.append(head.root()).append('\n');
        extensions.forEach(line -> out.append(line).append('\n'));
        return out.toString();
    }

    private static void requireLine(String line) {
        if (line.isEmpty() || line.indexOf('\n') >= 0) throw new IllegalArgumentException("not a line: " + line);
    }
}
