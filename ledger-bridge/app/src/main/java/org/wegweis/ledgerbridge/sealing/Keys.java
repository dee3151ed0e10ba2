package org.wegweis.ledgerbridge.sealing;

import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
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
        var files = KeyFolder.open(folder);
        return new Keys(
                signer(files, "log.key", settings.origin(), Optional.ofNullable(settings.logKey()), random),
                signer(files, "ledger.key", settings.ledgerName(), Optional.ofNullable(settings.ledgerKey()), random),
                seal(files, settings.operator(), clock, random));
    }

    /** What others need to check what these keys sign, sealed on that ledger. */
    public Trust trust(Trust.Ledger sealing) {
        return new Trust(
                log.key().name(),
                log.key(),
                sealing,
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
        String pem = KeyFolder.open(folder).text(TEST_AUTHORITY, () -> {
            var authority = TestAuthority.generate(TEST_AUTHORITY_LASTS, clock, random);
            byte[] certificate = Certificates.encoded(authority.certificate());
            return pem("PRIVATE KEY", authority.privateKey()) + pem("CERTIFICATE", certificate);
        });
        return TestAuthority.of(part(pem, "PRIVATE KEY"), part(pem, "CERTIFICATE"), clock, random);
    }

    private static NoteSigner signer(
            KeyFolder folder, String file, String name, Optional<String> given, SecureRandom random) {
        var signer = NoteSigner.parse(given.orElseGet(() -> folder.text(
                        file, () -> NoteSigner.generate(name, random).secret() + "\n")
                .strip()));
        if (!signer.key().name().equals(name)) {
            throw new IllegalArgumentException(
                    "the key in " + file + " is of " + signer.key().name() + ", not of " + name);
        }
        return signer;
    }

    private static OperatorSeal seal(KeyFolder folder, String operator, InstantSource clock, SecureRandom random) {
        String pem = folder.text("seal.pem", () -> {
            var seal = OperatorSeal.generate(operator, clock.instant(), random);
            return pem("PRIVATE KEY", seal.privateKey()) + pem("CERTIFICATE", seal.certificate());
        });
        return OperatorSeal.of(part(pem, "PRIVATE KEY"), part(pem, "CERTIFICATE"));
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
}
