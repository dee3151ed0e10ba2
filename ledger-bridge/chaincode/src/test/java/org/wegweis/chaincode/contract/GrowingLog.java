package org.wegweis.chaincode.contract;

import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.wegweis.evidence.log.Head;
import org.wegweis.evidence.log.TilePath;
import org.wegweis.evidence.log.TiledLog;
import org.wegweis.evidence.log.TreeHash;
import org.wegweis.evidence.note.Checkpoint;
import org.wegweis.evidence.note.Note;
import org.wegweis.evidence.note.NoteSigner;

/** A log of a thousand entries, and what its operator can sign. */
public final class GrowingLog {
    private final String origin;
    private final Map<TilePath, byte[]> tiles = new HashMap<>();
    private final TiledLog tree =
            new TiledLog(path -> Optional.ofNullable(tiles.get(path.full())).map(path::cut));
    private NoteSigner signer;

    public GrowingLog(String origin) {
        this.origin = origin;
        this.signer = newSigner();
        tree.append(
                        0,
                        IntStream.range(0, 1000)
                                .mapToObj(i -> ByteBuffer.allocate(32).putInt(i).array())
                                .toList())
                .tiles()
                .forEach((path, bytes) -> tiles.put(path.full(), bytes));
    }

    public String origin() {
        return origin;
    }

    public String vkey() {
        return signer.key().toString();
    }

    public NoteSigner newSigner() {
        return NoteSigner.generate(origin, new SecureRandom());
    }

    /** From now on another key signs. */
    public void signWith(NoteSigner next) {
        signer = next;
    }

    public Head head(long size) {
        return tree.head(size);
    }

    public Note note(long size) {
        return signed(tree.head(size));
    }

    /** What an honest log never signs: another root. */
    public Note lie(long size, int which) {
        return signed(new Head(size, TreeHash.leaf(new byte[] {(byte) which})));
    }

    public Note signed(Head head) {
        return Note.signed(new Checkpoint(origin, head).text(), signer);
    }

    /** As an argument: one hash a line. */
    public String proof(long from, long to) {
        return lines(hashes(from, to));
    }

    public List<TreeHash> hashes(long from, long to) {
        return tree.consistencyProof(from, to);
    }

    public static String lines(List<TreeHash> hashes) {
        return hashes.stream().map(TreeHash::toString).collect(Collectors.joining("\n"));
    }
}
