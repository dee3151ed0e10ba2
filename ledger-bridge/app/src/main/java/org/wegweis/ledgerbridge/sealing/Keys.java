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
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.wegweis.evidence.note.NoteSigner;
import org.wegweis.evidence.pack.OperatorSeal;
import org.wegweis.evidence.time.Certificates;
import org.wegweis.evidence.time.TestAuthority;
import org.wegweis.evidence.verification.Trust;

/**
 * The keys that this service signs with. What is not there yet is made at the first start and kept in files that only
 * their owner reads.
 *
 * @param log signs checkpoints
 * @param ledger countersigns them in the local ledger
 * @param seal signs packages
 */
public record Keys(NoteSigner log, NoteSigner ledger, OperatorSeal seal) {
    private static final String TEST_AUTHORITY = "time-stamps.pem";
    private static final Duration TEST_AUTHORITY_LASTS = Duration.ofDays(10 * 365);

    /**
     * Reads the keys, or makes them.
     *
     * @throws UncheckedIOException if the folder cannot be read or written
     * @throws IllegalArgumentException if what lies there is not the keys of these names
     */
    public static Keys open(Path folder, SealingSettings settings, InstantSource clock) {
        var random = new SecureRandom();
        try {
            folder(folder);
            var log = signer(
                    folder.resolve("log.key"), settings.origin(), Optional.ofNullable(settings.logKey()), random);
            var ledger = signer(
                    folder.resolve("ledger.key"),
                    settings.ledgerName(),
                    Optional.ofNullable(settings.ledgerKey()),
                    random);
            return new Keys(log, ledger, seal(folder.resolve("seal.pem"), settings.operator(), clock, random));
        } catch (IOException e) {
            throw new UncheckedIOException("the folder of keys cannot be used: " + folder, e);
        }
    }

    /** What others need to check what these keys sign. */
    public Trust trust() {
        return new Trust(
                log.key().name(),
                log.key(),
                ledger.key(),
                List.of(Base64.getEncoder().encodeToString(seal.certificate())));
    }

    /** Whether a built-in time-stamp authority has ever been in use here. */
    public static boolean hasTestAuthority(Path folder) {
        return Files.exists(folder.resolve(TEST_AUTHORITY));
    }

    /**
     * The built-in time-stamp authority, made at its first use.
     *
     * @throws UncheckedIOException if the folder cannot be read or written
     */
    public static TestAuthority testAuthority(Path folder, InstantSource clock) {
        var random = new SecureRandom();
        Path file = folder.resolve(TEST_AUTHORITY);
        try {
            if (hasTestAuthority(folder)) {
                String pem = Files.readString(file);
                return TestAuthority.of(part(pem, "PRIVATE KEY"), part(pem, "CERTIFICATE"), clock, random);
            }
            folder(folder);
            var authority = TestAuthority.generate(TEST_AUTHORITY_LASTS, clock, random);
            byte[] certificate = Certificates.encoded(authority.certificate());
            keep(file, pem("PRIVATE KEY", authority.privateKey()) + pem("CERTIFICATE", certificate));
            return authority;
        } catch (IOException e) {
            throw new UncheckedIOException("the folder of keys cannot be used: " + folder, e);
        }
    }

    private static void folder(Path folder) throws IOException {
        Files.createDirectories(
                folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    }

    private static NoteSigner signer(Path file, String name, Optional<String> given, SecureRandom random)
            throws IOException {
        NoteSigner signer;
        if (given.isPresent()) {
            signer = NoteSigner.parse(given.get());
        } else if (Files.exists(file)) {
            signer = NoteSigner.parse(Files.readString(file).strip());
        } else {
            signer = NoteSigner.generate(name, random);
            keep(file, signer.secret() + "\n");
        }
        if (!signer.key().name().equals(name)) {
            throw new IllegalArgumentException(
                    "the key in " + file + " is of " + signer.key().name() + ", not of " + name);
        }
        return signer;
    }

    private static OperatorSeal seal(Path file, String operator, InstantSource clock, SecureRandom random)
            throws IOException {
        if (Files.exists(file)) {
            String pem = Files.readString(file);
            return OperatorSeal.of(part(pem, "PRIVATE KEY"), part(pem, "CERTIFICATE"));
        }
        var seal = OperatorSeal.generate(operator, clock.instant(), random);
        keep(file, pem("PRIVATE KEY", seal.privateKey()) + pem("CERTIFICATE", seal.certificate()));
        return seal;
    }

    private static String pem(String label, byte[] der) {
        String base64 = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der);
        return "-----BEGIN " + label + "-----\n" + base64 + "\n-----END " + label + "-----\n";
    }

    private static byte[] part(String pem, String label) {
        String begin = "-----BEGIN " + label + "-----";
        int from = pem.indexOf(begin);
        int to = pem.indexOf("-----END " + label + "-----");
        if (from < 0 || to < from) throw new IllegalArgumentException("the file lacks its " + label);
        return Base64.getMimeDecoder().decode(pem.substring(from + begin.length(), to));
    }

    /** Whole or not at all, and on the disk before anything is signed with it. */
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
}
