package org.wegweis.evidence.witness;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.wegweis.evidence.log.Head;
import org.wegweis.evidence.log.Proofs;
import org.wegweis.evidence.log.TreeHash;
import org.wegweis.evidence.note.Checkpoint;
import org.wegweis.evidence.note.Note;

/**
 * What a log asks a witness to cosign, and shows to anybody who wants to know that it has only grown.
 *
 * @param oldSize size of the head that the witness has cosigned last, as the log believes; 0 for none
 * @param proof from that head to the checkpoint's (RFC 9162 §2.1.4), at most {@value #MOST_LINES} hashes
 * @see <a href="https://c2sp.org/tlog-witness#add-checkpoint">C2SP tlog-witness, add-checkpoint</a>
 */
public record AddCheckpoint(long oldSize, List<TreeHash> proof, Note checkpoint) {
    /** More than any request has that asks for anything: proof lines, text and 64 signatures. */
    public static final int MOST_BYTES = 256 * 1024;

    private static final int MOST_LINES = 63;
    private static final String OLD = "old ";

    public AddCheckpoint {
        if (oldSize < 0) throw new IllegalArgumentException("no log has the size " + oldSize);
        if (checkpoint.text().startsWith("\n")) throw new IllegalArgumentException("a checkpoint without an origin");
        proof = List.copyOf(proof);
        if (proof.size() > MOST_LINES) {
            throw new IllegalArgumentException("a proof has at most " + MOST_LINES + " lines, not " + proof.size());
        }
    }

    /** @throws IllegalArgumentException unless the bytes are exactly those of what {@link #toString} gives, in UTF-8 */
    public static AddCheckpoint parse(byte[] body) {
        if (body.length > MOST_BYTES) throw new IllegalArgumentException("a request of " + body.length + " bytes");
        String text;
        try {
            text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(body))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new IllegalArgumentException("not UTF-8", e);
        }
        int border = text.indexOf("\n\n");
        if (border < 0) throw new IllegalArgumentException("a request without a checkpoint");
        List<String> lines = Arrays.asList(text.substring(0, border).split("\n", -1));
        if (!lines.getFirst().startsWith(OLD)) throw new IllegalArgumentException("a request without an old size");
        var request = new AddCheckpoint(
                Long.parseLong(lines.getFirst().substring(OLD.length())),
                lines.subList(1, lines.size()).stream().map(TreeHash::parse).toList(),
                Note.parse(text.substring(border + 2)));
        if (!request.toString().equals(text)) throw new IllegalArgumentException("not a request");
        return request;
    }

    /**
     * Whether the checkpoint's log begins with the log of that head; says nothing about who signed either. Never of the
     * empty log, which begins every log.
     */
    public boolean proves(Head before) {
        return before.size() == oldSize
                && Proofs.consistent(before, Checkpoint.parse(checkpoint.text()).head(), proof);
    }

    /** Which log it says it is: the checkpoint's first line. */
    public String origin() {
        String text = checkpoint.text();
        return text.substring(0, text.indexOf('\n'));
    }

    @Override
    public String toString() {
        var out = new StringBuilder(OLD).append(oldSize).append('\n');
        proof.forEach(hash -> out.append(hash).append('\n'));
        return out.append('\n').append(checkpoint).toString();
    }
}
