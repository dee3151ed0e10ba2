package org.wegweis.evidence.verification;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.wegweis.evidence.pack.Container;

/** The parts of the package that is judged. */
record Contents(Container container) {

    /** @throws Finding.Wrong if it is missing */
    byte[] part(String name) {
        return find(name).orElseThrow(() -> Finding.wrong("es fehlt " + name, "missing: " + name));
    }

    Optional<byte[]> find(String name) {
        return Optional.ofNullable(container.parts().get(name));
    }

    /** A part that is text. Bytes that are no UTF-8 change on the way, which no strict parser lets pass. */
    String text(String name) {
        return new String(part(name), StandardCharsets.UTF_8);
    }

    /** How many parts lie in a folder, for example {@code records/}. */
    int count(String folder) {
        return (int) container.parts().keySet().stream()
                .filter(name -> name.startsWith(folder))
                .count();
    }
}
