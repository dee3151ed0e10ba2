package org.wegweis.evidence.note;

import java.util.Arrays;
import java.util.List;
import org.wegweis.evidence.log.Head;
import org.wegweis.evidence.log.Proofs;
import org.wegweis.evidence.log.TreeHash;

/**
 * Why the log of a checkpoint is the log of an earlier size, and more: the text that a witness is sent (C2SP
 * tlog-witness, body of an add-checkpoint request).
 *
 * @param old the earlier size; at size 0 there is nothing to prove
 * @param path consistency proof, empty where both sizes are the same
 * @param checkpoint signed head of the longer log
 */
public record GrowthProof(long old, List<TreeHash> path, Note checkpoint) {
    /** As the specification says: of more hashes no proof consists. */
    private static final int MOST_HASHES = 63;

    private static final String OLD = "old ";

    public GrowthProof {
        if (old < 0) throw new IllegalArgumentException("no log has the size " + old);
        path = List.copyOf(path);
        if (path.size() > MOST_HASHES) throw new IllegalArgumentException("a proof of " + path.size() + " hashes");
    }

    /** @throws IllegalArgumentException unless the text is exactly what {@link #toString} gives */
    public static GrowthProof parse(String text) {
        int border = text.indexOf("\n\n");
        if (border < 0 || !text.startsWith(OLD)) throw new IllegalArgumentException("not a growth proof");
        List<String> lines = Arrays.asList(text.substring(0, border).split("\n", -1));
        var growth = new GrowthProof(
                Long.parseLong(lines.getFirst().substring(OLD.length())),
                lines.subList(1, lines.size()).stream().map(TreeHash::parse).toList(),
                Note.parse(text.substring(border + 2)));
        if (!growth.toString().equals(text)) throw new IllegalArgumentException("not a growth proof");
        return growth;
    }

    /**
     * Whether the checkpoint's log begins with the log of that head; says nothing about who signed either. Never of the
     * empty log, which begins every log.
     */
    public boolean proves(Head before) {
        return before.size() == old
                && Proofs.consistent(before, Checkpoint.parse(checkpoint.text()).head(), path);
    }

    @Override
    public String toString() {
        var out = new StringBuilder(OLD).append(old).append('\n');
        path.forEach(hash -> out.append(hash).append('\n'));
        return out.append('\n').append(checkpoint).toString();
    }
}
