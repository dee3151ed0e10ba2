package org.wegweis.evidence.note;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.wegweis.evidence.log.Proofs;
import org.wegweis.evidence.log.TreeHash;

/**
 * Where an entry stands in a log, and why that must be believed (C2SP tlog-proof).
 *
 * @param extra opaque data in standard base64 that nobody has signed: it proves nothing and is only carried along
 * @param index place in the log, from 0
 * @param path inclusion proof, from the leaf's sibling upwards
 * @param checkpoint signed head of the log that holds the entry
 */
public record LogProof(Optional<String> extra, long index, List<TreeHash> path, Note checkpoint) {
    private static final String FIRST_LINE = "c2sp.org/tlog-proof@v1";
    private static final String EXTRA = "extra ";
    private static final String INDEX = "index ";

    public LogProof {
        if (extra.map(StrictBase64::decode).filter(data -> data.length == 0).isPresent()) {
            throw new IllegalArgumentException("extra data without bytes");
        }
        if (index < 0) throw new IllegalArgumentException("no entry has the index " + index);
        path = List.copyOf(path);
    }

    /** Without extra data. */
    public LogProof(long index, List<TreeHash> path, Note checkpoint) {
        this(Optional.empty(), index, path, checkpoint);
    }

    /** @throws IllegalArgumentException unless the text is exactly what {@link #toString} gives */
    public static LogProof parse(String text) {
        int border = text.indexOf("\n\n");
        if (border < 0) throw new IllegalArgumentException("a proof without a checkpoint");
        List<String> lines = Arrays.asList(text.substring(0, border).split("\n", -1));
        boolean more = lines.size() > 1 && lines.get(1).startsWith(EXTRA);
        int at = more ? 2 : 1;
        if (lines.size() <= at || !lines.get(at).startsWith(INDEX)) {
            throw new IllegalArgumentException("a proof without an index");
        }
        var proof = new LogProof(
                more ? Optional.of(lines.get(1).substring(EXTRA.length())) : Optional.empty(),
                Long.parseLong(lines.get(at).substring(INDEX.length())),
                lines.subList(at + 1, lines.size()).stream()
                        .map(TreeHash::parse)
                        .toList(),
                Note.parse(text.substring(border + 2)));
        if (!proof.toString().equals(text)) throw new IllegalArgumentException("not a proof");
        return proof;
    }

    /** Whether it proves that the entry is in the log of its checkpoint; says nothing about who signed that. */
    public boolean proves(byte[] entry) {
        var head = Checkpoint.parse(checkpoint.text()).head();
        return Proofs.included(TreeHash.leaf(entry), index, head, path);
    }

    @Override
    public String toString() {
        var out = new StringBuilder(FIRST_LINE).append('\n');
        extra.ifPresent(data -> out.append(EXTRA).append(data).append('\n'));
        out.append(INDEX).append(index).append('\n');
        path.forEach(hash -> out.append(hash).append('\n'));
        return out.append('\n').append(checkpoint).toString();
    }
}
