package org.wegweis.ledgerbridge.fabric;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Reads what a setting gives as text or as the path of a file. */
final class Pem {
    private Pem() {}

    /** @throws UncheckedIOException if the file cannot be read; names the file, never what is in it */
    static String text(String setting) {
        if (setting.contains("-----BEGIN")) return setting;
        try {
            return Files.readString(Path.of(setting));
        } catch (IOException e) {
            throw new UncheckedIOException("the file " + setting + " cannot be read", e);
        }
    }
}
