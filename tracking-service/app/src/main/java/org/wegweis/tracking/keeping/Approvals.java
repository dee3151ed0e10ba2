package org.wegweis.tracking.keeping;

import java.time.Instant;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.wegweis.kernel.certificate.Certificate;
import org.wegweis.kernel.certificate.Event;
import org.wegweis.kernel.certificate.State;
import org.wegweis.kernel.party.CertificateNumber;
import org.wegweis.kernel.statement.Stated;

/** Every certificate as it stands, and by its number, for the keepers that need one. States nothing. */
final class Approvals implements Keeper {
    private final Map<UUID, State> states = new HashMap<>();
    private final Map<CertificateNumber, UUID> numbers = new HashMap<>();

    @Override
    public void read(Stated event) {
        if (!(event instanceof Event e)) return;
        var id = e.statement().subject();
        var after = Certificate.evolve(states.getOrDefault(id, State.INITIAL), e);
        states.put(id, after);
        if (after instanceof State.Existing existing) {
            existing.file().number().ifPresent(number -> numbers.putIfAbsent(number, id));
        }
    }

    @Override
    public void act(Instant now) {}

    Map<UUID, State> all() {
        return Collections.unmodifiableMap(states);
    }

    Optional<UUID> id(CertificateNumber number) {
        return Optional.ofNullable(numbers.get(number));
    }

    /** Where it stands, if it has been declared. */
    Optional<State.Existing> find(UUID id) {
        return states.get(id) instanceof State.Existing existing ? Optional.of(existing) : Optional.empty();
    }
}
