package org.wegweis.evidence.pack;

/** It is too much for a package: more parts, or more bytes, than any reader takes. */
public final class NoRoom extends RuntimeException {
    NoRoom(String what) {
        super("no room for " + what);
    }
}
