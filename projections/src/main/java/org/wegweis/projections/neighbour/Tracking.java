package org.wegweis.projections.neighbour;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClientException;
import org.wegweis.door.Caller;
import org.wegweis.door.Problem;
import org.wegweis.kernel.party.Coordinates;
import org.wegweis.kernel.party.OrganisationId;
import org.wegweis.kernel.party.SiteNumber;
import org.wegweis.kernel.record.EventRecord;

/** What tracking-service says: names of organisations, and the personal values that lie in its vault. */
@Component
public class Tracking {
    private static final Duration NAMES_LAST = Duration.ofMinutes(1);
    /** So that a neighbour that hangs does not slow down every page. */
    private static final Duration AWAY_LASTS = Duration.ofSeconds(2);

    private final Neighbour tracking;
    private final InstantSource clock;
    private volatile Directory directory = new Directory(Map.of(), Map.of(), false);
    private volatile Instant askAgain = Instant.MIN;

    Tracking(@Value("${wegweis.tracking-service.url}") URI url, InstantSource clock) {
        this.tracking = new Neighbour(url);
        this.clock = clock;
    }

    /** A site's name and place, and where its gate is. */
    public record Site(String name, String place, Optional<Coordinates> gate) {}

    /**
     * Names by organisation, sites by official number.
     *
     * @param told whether tracking-service has said so at least once
     */
    public record Directory(Map<UUID, String> names, Map<String, Site> sites, boolean told) {

        /**
         * The organisations that somebody means.
         *
         * @param asked an id, or a part of a name
         * @throws Problem 503 if names are asked for and nobody has told them yet: an empty answer would be a wrong one
         */
        public List<UUID> meant(String asked) {
            try {
                return List.of(
                        OrganisationId.parse(asked.toLowerCase(Locale.ROOT)).value());
            } catch (IllegalArgumentException e) {
                // a name then
            }
            if (!told) throw Problem.away("The tracking service, which knows the names,");
            String part = asked.toLowerCase(Locale.GERMAN);
            return names.entrySet().stream()
                    .filter(entry -> entry.getValue().toLowerCase(Locale.GERMAN).contains(part))
                    .map(Map.Entry::getKey)
                    .toList();
        }

        /** Where the gate of a site is, as far as is known. */
        public Optional<Coordinates> gate(SiteNumber number) {
            return Optional.ofNullable(sites.get(number.toString())).flatMap(Site::gate);
        }
    }

    private record SiteJson(
            String number,
            String name,
            String place,
            @Nullable Double latitude,
            @Nullable Double longitude) {
        Site site() {
            return new Site(
                    name,
                    place,
                    latitude == null || longitude == null
                            ? Optional.empty()
                            : Optional.of(new Coordinates(latitude, longitude)));
        }
    }

    private record OrganisationJson(UUID id, String name, List<SiteJson> sites) {}

    private record DisclosureJson(String name, String value, String salt) {}

    private record RecordJson(
            long position,
            String record,
            List<DisclosureJson> disclosures,
            @Nullable Object statement) {}

    private record NamedJson(UUID consignment, UUID id) {}

    /** The directory, at most a minute old as long as tracking-service answers. */
    public Directory directory(Caller caller) {
        var kept = directory;
        if (clock.instant().isBefore(askAgain)) return kept;
        try {
            var all = tracking.get(
                    "/api/organisations", caller.token(), new ParameterizedTypeReference<List<OrganisationJson>>() {});
            if (all == null) throw new RestClientException("no directory in the answer");
            var names = all.stream().collect(Collectors.toMap(OrganisationJson::id, OrganisationJson::name));
            var sites = new HashMap<String, Site>();
            all.forEach(organisation -> organisation.sites().forEach(site -> sites.put(site.number(), site.site())));
            directory = new Directory(names, sites, true);
            askAgain = clock.instant().plus(NAMES_LAST);
            return directory;
        } catch (RestClientException e) {
            askAgain = clock.instant().plus(AWAY_LASTS);
            return kept; // an old name is better than none
        }
    }

    /** The personal values of a consignment's statements, by statement and name; empty if tracking-service is away. */
    public Optional<Map<UUID, Map<String, String>>> personalValues(UUID consignment, Caller caller) {
        try {
            var records = tracking.get(
                    "/api/consignments/" + consignment + "/records",
                    caller.token(),
                    new ParameterizedTypeReference<List<RecordJson>>() {});
            if (records == null) return Optional.empty();
            var values = new HashMap<UUID, Map<String, String>>();
            for (var record : records) {
                var id = EventRecord.parse(Base64.getDecoder().decode(record.record()))
                        .id();
                values.put(
                        id,
                        record.disclosures().stream()
                                .collect(Collectors.toMap(DisclosureJson::name, DisclosureJson::value)));
            }
            return Optional.of(values);
        } catch (RestClientException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /**
     * The consignments of which a statement names that plate.
     *
     * @throws Problem 503 if tracking-service is away: an empty answer would be a wrong one
     */
    public List<UUID> withPlate(String plate, Caller caller) {
        try {
            var named = tracking.get(
                    "/api/disclosures?name=plate&value=" + URLEncoder.encode(plate, StandardCharsets.UTF_8),
                    caller.token(),
                    new ParameterizedTypeReference<List<NamedJson>>() {});
            if (named == null) throw Problem.away("The tracking service");
            return named.stream().map(NamedJson::consignment).distinct().toList();
        } catch (RestClientException e) {
            throw Problem.away("The tracking service, which knows the plates,");
        }
    }
}
