package org.wegweis.ledgerbridge.witness;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.wegweis.evidence.note.NoteKey;
import org.wegweis.evidence.witness.WitnessPolicy;

/**
 * Who is asked to cosign our heads: either a policy file or keys and a threshold.
 *
 * @param policyFile C2SP tlog-policy, k of n, with the address of each witness
 * @param keys of each witness {@code name+id+key}, a space, and its address
 * @param threshold how many of those must have cosigned what we show as proved
 * @param every how often is looked whether there is something to ask
 * @param patience how long a witness may take to answer
 */
@ConfigurationProperties("wegweis.witnesses")
record AskingSettings(
        @Nullable Path policyFile,
        @DefaultValue List<String> keys,
        @DefaultValue("0") int threshold,
        @DefaultValue("PT5S") Duration every,
        @DefaultValue("PT5S") Duration patience) {

    /**
     * The policy for our log.
     *
     * @throws IllegalArgumentException if the settings are no such policy
     */
    WitnessPolicy policy(NoteKey log) {
        if (policyFile != null && !keys.isEmpty()) {
            throw new IllegalArgumentException("wegweis.witnesses: either policy-file or keys");
        }
        var policy = policyFile == null
                ? new WitnessPolicy(
                        List.of(log), keys.stream().map(AskingSettings::witness).toList(), threshold)
                : WitnessPolicy.parse(text(policyFile));
        if (!policy.logs().isEmpty() && !policy.logs().contains(log)) {
            throw new IllegalArgumentException("wegweis.witnesses: the policy is for another log than " + log);
        }
        return new WitnessPolicy(List.of(log), policy.witnesses(), policy.threshold());
    }

    private static WitnessPolicy.Witness witness(String keyAndAddress) {
        String[] parts = keyAndAddress.split(" ", 2);
        if (parts.length != 2) {
            throw new IllegalArgumentException("wegweis.witnesses.keys: needs a key, a space and an address");
        }
        return new WitnessPolicy.Witness(NoteKey.parse(parts[0]), Optional.of(parts[1]));
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException("the witness policy cannot be read: " + file, e);
        }
    }
}
