package org.wegweis.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.wegweis.evidence.note.Note;
import org.wegweis.evidence.pack.Container;
import org.wegweis.evidence.pack.DeviceKey;
import org.wegweis.evidence.pack.Enrolment;
import org.wegweis.evidence.pack.GenuinePackage;
import org.wegweis.evidence.verification.Report;
import org.wegweis.evidence.verification.Trust;
import org.wegweis.evidence.verification.Verification;
import org.wegweis.kernel.record.Hash;

/**
 * How long a package of 12 events takes, warm and from the command line, and how many statements a core checks. Warm times
 * are times of one processor, as openssl reckons too: others on the machine do not count.
 */
final class VerifyBench {
    private static final int HANDOVERS = 6;
    private static final int COLD_STARTS = 7;
    private static final long ROUND_NANOS = 500_000_000;
    private static final int ROUNDS = 8;

    private final GenuinePackage genuine = new GenuinePackage(1, HANDOVERS);
    private final byte[] file = genuine.archived();
    private final Optional<Trust> trust = Optional.of(genuine.archiveTrust());
    private final Map<String, byte[]> parts = Container.read(file).parts();
    private final DeviceKey key = Enrolment.parse(part("keys/")).key();
    private final List<Signed> statements = parts.entrySet().stream()
            .filter(part -> part.getKey().startsWith("statements/"))
            .map(part -> Signed.of(new String(part.getValue(), StandardCharsets.US_ASCII)))
            .toList();

    private record Signed(byte[] message, byte[] signature) {
        static Signed of(String jws) {
            int dot = jws.lastIndexOf('.');
            return new Signed(
                    jws.substring(0, dot).getBytes(StandardCharsets.US_ASCII),
                    Base64.getUrlDecoder().decode(jws.substring(dot + 1)));
        }
    }

    static Measured size() {
        var bench = new VerifyBench();
        long proved = bench.parts.entrySet().stream()
                .filter(part ->
                        part.getKey().startsWith("records/") || part.getKey().startsWith("statements/"))
                .mapToLong(part -> part.getValue().length)
                .sum();
        return measured(bench.file.length, (double) proved);
    }

    static Measured warm() {
        return new VerifyBench().warmed();
    }

    static Measured cold() throws IOException, InterruptedException {
        return new VerifyBench().started();
    }

    static Measured es256() throws IOException, InterruptedException, Bench.Skipped {
        return new VerifyBench().signatures();
    }

    private static Measured measured(double us, double peer) {
        return new Measured(Measured.Score.once(us), Measured.Score.once(peer));
    }

    /** The peer is the cryptography in it and nothing else: its signatures, and SHA-256 over the file. */
    private Measured warmed() {
        var checkpoint = Note.parse(part("checkpoint.txt"));
        var seal = Note.parse(part("seal.txt"));
        var known = List.of(genuine.logKey.key(), genuine.ledgerKey.key());
        BooleanSupplier whole = () -> Verification.verify(file, trust).outcome() == Report.Outcome.HOLDS;
        BooleanSupplier bare = () -> {
            boolean right = Hash.sha256(file).bytes().length == Hash.LENGTH;
            for (var one : statements) right &= key.made(one.signature(), one.message());
            // stands for the container's signature, which is one of the same kind
            right &= key.made(
                    statements.getFirst().signature(), statements.getFirst().message());
            return right
                    && checkpoint.signedBy(known.getFirst())
                    && seal.signedBy(known).size() == 2;
        };
        double[] best = best(whole, bare);
        return measured(best[0] / 1e3, best[1] / 1e3);
    }

    private Measured started() throws IOException, InterruptedException {
        var folder = Files.createTempDirectory("verify");
        var packageFile = Files.write(folder.resolve("a.asice"), file);
        var trustFile = Files.write(
                folder.resolve("trust.json"), genuine.archiveTrust().json().canonicalBytes());
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var us = new double[COLD_STARTS];
        var peer = new double[COLD_STARTS];
        for (int i = 0; i < COLD_STARTS; i++) {
            us[i] = millis(
                    Path.of(System.getProperty("wegweis.root", "."), "infra", "verify")
                            .toString(),
                    "--trust",
                    trustFile.toString(),
                    packageFile.toString());
            peer[i] = millis(java, "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-version");
        }
        Files.delete(packageFile);
        Files.delete(trustFile);
        Files.delete(folder);
        return measured(median(us), median(peer));
    }

    private Measured signatures() throws IOException, InterruptedException, Bench.Skipped {
        var one = statements.getFirst();
        double us = 1e9 / best(() -> key.made(one.signature(), one.message()))[0];
        return measured(us, openssl());
    }

    /** ES256 signatures that one core checks a second. */
    static double openssl() throws Bench.Skipped, InterruptedException {
        try {
            var openssl = new ProcessBuilder("openssl", "speed", "-seconds", "3", "ecdsap256")
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            String said = new String(openssl.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (openssl.waitFor() != 0) throw new IOException("openssl speed does not know ecdsap256");
            return Double.parseDouble(said.strip().substring(said.strip().lastIndexOf(' ') + 1));
        } catch (IOException e) {
            throw new Bench.Skipped("no openssl: " + e.getMessage());
        }
    }

    /** Nanoseconds of processor each of them takes at its best, in turns. */
    static double[] best(BooleanSupplier... works) {
        var best = new double[works.length];
        Arrays.fill(best, Double.MAX_VALUE);
        var cpu = ManagementFactory.getThreadMXBean();
        for (int round = 0; round < ROUNDS; round++) {
            for (int i = 0; i < works.length; i++) {
                long start = cpu.getCurrentThreadCpuTime();
                long end = start;
                long count = 0;
                while (end - start < ROUND_NANOS) {
                    if (!works[i].getAsBoolean()) throw new IllegalStateException("what is measured does not hold");
                    count++;
                    end = cpu.getCurrentThreadCpuTime();
                }
                best[i] = Math.min(best[i], (double) (end - start) / count);
            }
        }
        return best;
    }

    private static double millis(String... command) throws IOException, InterruptedException {
        long start = System.nanoTime();
        var process = new ProcessBuilder(command)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        if (process.waitFor() != 0)
            throw new IOException(String.join(" ", command) + " ended in " + process.exitValue());
        return (System.nanoTime() - start) / 1e6;
    }

    private static double median(double[] values) {
        Arrays.sort(values);
        return values[values.length / 2];
    }

    /** The first part whose name starts so. */
    private byte[] part(String name) {
        return Objects.requireNonNull(parts.entrySet().stream()
                .filter(part -> part.getKey().startsWith(name))
                .findFirst()
                .orElseThrow()
                .getValue());
    }
}
