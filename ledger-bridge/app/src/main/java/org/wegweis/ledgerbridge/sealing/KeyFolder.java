package org.wegweis.ledgerbridge.sealing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.Set;
import java.util.function.Supplier;

/** Secrets in files that only their owner reads. */
public final class KeyFolder {
    private final Path folder;

    private KeyFolder(Path folder) {
        this.folder = folder;
    }

    /** @throws UncheckedIOException if the folder cannot be made */
    public static KeyFolder open(Path folder) {
        try {
            Files.createDirectories(
                    folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        } catch (IOException e) {
            throw unusable(folder, e);
        }
        return new KeyFolder(folder);
    }

    /**
     * The text of a file. What is not there yet is made now, and is on the disk before anything is signed with it.
     *
     * @throws UncheckedIOException if the file cannot be read or written
     */
    public String text(String name, Supplier<String> made) {
        Path file = folder.resolve(name);
        try {
            if (!Files.exists(file)) keep(file, made.get());
            return Files.readString(file);
        } catch (IOException e) {
            throw unusable(folder, e);
        }
    }

    /** Whole or not at all. */
    private static void keep(Path file, String text) throws IOException {
        Path draft = file.resolveSibling(file.getFileName() + ".new");
        Files.deleteIfExists(draft);
        byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
        try (var channel = FileChannel.open(
                draft,
                Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")))) {
            for (var rest = ByteBuffer.wrap(bytes); rest.hasRemaining(); ) channel.write(rest);
            channel.force(true);
        } finally {
            Arrays.fill(bytes, (byte) 0);
        }
        Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
    }

    private static UncheckedIOException unusable(Path folder, IOException e) {
        return new UncheckedIOException("the folder of keys cannot be used: " + folder, e);
    }
}
