package org.wegweis.tracking.keeping;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.wegweis.kernel.party.OrganisationId;
import org.wegweis.kernel.permit.Event;
import org.wegweis.kernel.permit.Permit;
import org.wegweis.kernel.permit.PermitId;
import org.wegweis.kernel.permit.State;
import org.wegweis.kernel.statement.Stated;
import org.wegweis.tracking.permit.PapersOnFile;

/** Holds all papers ready to be asked for; it states nothing. */
final class PermitKeeper implements Keeper, PapersOnFile {
    private final Map<UUID, OrganisationId> holders = new HashMap<>();
    /** Read by every thread; each organisation's papers are replaced whole. */
    private final Map<OrganisationId, Map<PermitId, State.OnFile>> papers = new ConcurrentHashMap<>();

    @Override
    public void read(Stated stated) {
        if (!(stated instanceof Event event)) return;
        var id = event.statement().subject();
        if (event instanceof Event.Filed(var _, var paper)) {
            holders.put(id, paper.holder().organisation());
        }
        var holder = holders.get(id);
        if (holder == null) throw new IllegalStateException("a paper that nobody filed: " + id);
        var permit = new PermitId(id);
        var more = new HashMap<>(of(holder));
        var before = more.get(permit);
        var after = Permit.evolve(before == null ? State.INITIAL : before, event);
        if (after instanceof State.OnFile onFile) more.put(permit, onFile);
        papers.put(holder, Map.copyOf(more));
    }

    @Override
    public void act(Instant now) {} // a paper ends by being asked about later

    @Override
    public Map<PermitId, State.OnFile> of(OrganisationId organisation) {
        return papers.getOrDefault(organisation, Map.of());
    }
}
