package org.wegweis.projections;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import org.wegweis.kernel.certificate.Declaration;
import org.wegweis.kernel.certificate.Event.Confirmed;
import org.wegweis.kernel.certificate.Event.DeclarationAccepted;
import org.wegweis.kernel.certificate.Event.Declared;
import org.wegweis.kernel.certificate.Event.Drawn;
import org.wegweis.kernel.certificate.Event.Settled;
import org.wegweis.kernel.certificate.Event.Submitted;
import org.wegweis.kernel.certificate.Flag;
import org.wegweis.kernel.certificate.Kind;
import org.wegweis.kernel.certificate.LoadId;
import org.wegweis.kernel.certificate.Operation;
import org.wegweis.kernel.consignment.ConsignmentId;
import org.wegweis.kernel.consignment.Correction;
import org.wegweis.kernel.consignment.Event;
import org.wegweis.kernel.consignment.Opening;
import org.wegweis.kernel.consignment.Reason;
import org.wegweis.kernel.event.Events;
import org.wegweis.kernel.outage.Cause;
import org.wegweis.kernel.outage.Form;
import org.wegweis.kernel.outage.ReceiptNumber;
import org.wegweis.kernel.party.CertificateNumber;
import org.wegweis.kernel.party.NoteNumber;
import org.wegweis.kernel.party.OrganisationId;
import org.wegweis.kernel.party.Party;
import org.wegweis.kernel.party.SiteNumber;
import org.wegweis.kernel.permit.Paper;
import org.wegweis.kernel.permit.Scope;
import org.wegweis.kernel.permit.Wastes;
import org.wegweis.kernel.record.Actor;
import org.wegweis.kernel.record.Actor.Role;
import org.wegweis.kernel.record.Commitment;
import org.wegweis.kernel.record.EventRecord;
import org.wegweis.kernel.record.Hash;
import org.wegweis.kernel.record.Uuid7;
import org.wegweis.kernel.statement.PersonalValue;
import org.wegweis.kernel.statement.Stated;
import org.wegweis.kernel.statement.Statement;
import org.wegweis.kernel.statement.StatementId;
import org.wegweis.kernel.transfernote.Content;
import org.wegweis.kernel.waste.Mass;
import org.wegweis.kernel.waste.WasteCatalogue;

/** Consignments on their ways, recorded as a store would have recorded them; each step an hour after the last. */
public final class Ways {
    public static final Instant MORNING = Instant.parse("2026-11-23T07:00:00Z");

    public static final OrganisationId GREEN_HILL = organisation(1);
    public static final OrganisationId OLD_HARBOUR = organisation(2);
    public static final OrganisationId SWIFT_HAUL = organisation(3);
    public static final OrganisationId NIGHT_HAUL = organisation(4);
    public static final OrganisationId NORTH_PLANT = organisation(5);
    public static final OrganisationId STRANGER = organisation(6);
    /** Its site lies in Brandenburg. */
    public static final Party GREEN_HILL_YARD = new Party(GREEN_HILL, new SiteNumber("P11111111"));
    /** Its site lies in Hamburg. */
    public static final Party OLD_HARBOUR_QUAY = new Party(OLD_HARBOUR, new SiteNumber("B22222222"));
    /** Its site lies in Berlin. */
    public static final Party NORTH_PLANT_GATE = new Party(NORTH_PLANT, new SiteNumber("L33333333"));

    private final Random random;
    private final List<EventRecord> records = new ArrayList<>();
    private final Map<UUID, EventRecord> last = new HashMap<>();
    private Instant now = MORNING;

    public Ways(long seed) {
        random = new Random(seed);
    }

    private static OrganisationId organisation(int number) {
        return OrganisationId.parse("00000000-0000-4000-8000-00000000000" + number);
    }

    /** All so far, by position. */
    public List<EventRecord> records() {
        return List.copyOf(records);
    }

    /** Those from that position on. */
    public List<EventRecord> from(int position) {
        return List.copyOf(records.subList(position, records.size()));
    }

    public EventRecord latest(UUID consignment) {
        var record = last.get(consignment);
        if (record == null) throw new IllegalArgumentException("never opened: " + consignment);
        return record;
    }

    public void later(Duration duration) {
        now = now.plus(duration);
    }

    public UUID open(Party generator, String wasteCode, Optional<String> note, Optional<String> certificate) {
        var consignment = Uuid7.next(() -> now, random);
        var opening = new Opening(
                note.map(NoteNumber::new),
                certificate.map(CertificateNumber::new),
                WasteCatalogue.AVV_2020.parse(wasteCode),
                Mass.ofKilograms(12_000),
                generator,
                SWIFT_HAUL,
                NORTH_PLANT_GATE);
        then(consignment, generator.organisation(), statement -> new Event.Opened(statement, opening));
        return consignment;
    }

    public UUID open(Party generator, String wasteCode) {
        return open(generator, wasteCode, Optional.empty(), Optional.empty());
    }

    public void pickUp(UUID consignment) {
        then(consignment, SWIFT_HAUL, statement -> new Event.PickedUp(statement, Optional.of(new Mass(11_900_000))));
    }

    public void handOver(UUID consignment) {
        then(consignment, SWIFT_HAUL, statement -> new Event.HandedOver(statement, NIGHT_HAUL));
    }

    public void deliver(UUID consignment, OrganisationId carrier) {
        then(consignment, carrier, Event.Delivered::new);
    }

    public void accept(UUID consignment) {
        then(consignment, NORTH_PLANT, statement -> new Event.Accepted(statement, new Mass(11_850_000)));
    }

    public void acceptInPart(UUID consignment) {
        then(
                consignment,
                NORTH_PLANT,
                statement -> new Event.PartlyAccepted(
                        statement, new Mass(9_000_000), new Mass(2_900_000), Reason.CONTAMINATED, Optional.empty()));
    }

    public void reject(UUID consignment) {
        then(
                consignment,
                NORTH_PLANT,
                statement -> new Event.Rejected(statement, Reason.WRONG_WASTE, Optional.empty()));
    }

    public void cancel(UUID consignment, OrganisationId by) {
        then(consignment, by, Event.Cancelled::new);
    }

    public void agree(UUID consignment, OrganisationId by, UUID correction) {
        then(consignment, by, statement -> new Event.CorrectionAgreed(statement, new StatementId(correction)));
    }

    public void correct(UUID consignment, OrganisationId by, UUID step, Correction correction) {
        then(consignment, by, statement -> new Event.Corrected(statement, new StatementId(step), correction));
    }

    /** A picked-up, handed-over, delivered and accepted one. */
    public UUID whole(Party generator, String wasteCode) {
        var consignment = open(generator, wasteCode);
        pickUp(consignment);
        handOver(consignment);
        deliver(consignment, NIGHT_HAUL);
        accept(consignment);
        return consignment;
    }

    public Hash hash() {
        byte[] bytes = new byte[Hash.LENGTH];
        random.nextBytes(bytes);
        return Hash.of(bytes);
    }

    /** A pick-up that names a plate, whose value and salt a vault would keep. */
    public void pickUp(UUID consignment, Commitment plate) {
        then(
                consignment,
                SWIFT_HAUL,
                Optional.of(hash()),
                new TreeMap<>(Map.of(PersonalValue.PLATE, plate.digest())),
                statement -> new Event.PickedUp(statement, Optional.empty()));
    }

    /** The plant's gate has no network. */
    public UUID outage(Party at, Instant since) {
        var outage = Uuid7.next(() -> now, random);
        then(
                outage,
                at.organisation(),
                s -> new org.wegweis.kernel.outage.Event.Reported(s, at.site(), Cause.COMMUNICATION, since));
        return outage;
    }

    public void paper(UUID outage, OrganisationId by, String number, Instant usedAt) {
        then(
                outage,
                by,
                s -> new org.wegweis.kernel.outage.Event.ReceiptUsed(
                        s, new ReceiptNumber(number), Form.FALLBACK_RECEIPT, usedAt));
    }

    public void enterPaper(UUID outage, OrganisationId by, String number, UUID consignment) {
        then(
                outage,
                by,
                s -> new org.wegweis.kernel.outage.Event.ReceiptEntered(
                        s, new ReceiptNumber(number), new ConsignmentId(consignment)));
    }

    public void endOutage(UUID outage, OrganisationId by, Instant at) {
        then(outage, by, s -> new org.wegweis.kernel.outage.Event.Ended(s, at));
    }

    public UUID transferNote(
            Party generator, String wasteCode, Mass mass, Optional<String> certificate, OrganisationId taker) {
        var note = Uuid7.next(() -> now, random);
        var content = new Content(
                Optional.empty(),
                certificate.map(CertificateNumber::new),
                WasteCatalogue.AVV_2020.parse(wasteCode),
                mass,
                generator,
                taker);
        then(note, taker, s -> new org.wegweis.kernel.transfernote.Event.Issued(s, content));
        return note;
    }

    public void enterNote(UUID note, OrganisationId by, UUID consignment) {
        then(note, by, s -> new org.wegweis.kernel.transfernote.Event.Entered(s, new ConsignmentId(consignment)));
    }

    public void cancelNote(UUID note, OrganisationId by) {
        then(note, by, org.wegweis.kernel.transfernote.Event.Cancelled::new);
    }

    /** The plant states now what it did then. */
    public void accept(UUID consignment, Instant happenedAt) {
        var stated = now;
        then(
                consignment,
                new Actor(NORTH_PLANT, Role.DISPATCHER, Optional.empty()),
                new TreeMap<>(),
                happenedAt,
                s -> new Event.Accepted(s, new Mass(11_850_000)));
        now = stated.plus(Duration.ofHours(1));
    }

    /** About a subject of any kind. */
    public UUID state(UUID subject, Actor by, Function<Statement, ? extends Stated> happens) {
        return then(subject, by, new TreeMap<>(), happens);
    }

    /** Swift Haul and the North plant have papers for everything, so that nothing is found about them. */
    public void filePapers() {
        var depot = new Party(SWIFT_HAUL, new SiteNumber("L44444444"));
        file(paper(depot, new Scope.CarrierPermit()));
        var operations = Set.of(new Operation("R5"));
        file(paper(NORTH_PLANT_GATE, new Scope.PlantPermit(operations, Optional.empty(), Optional.empty())));
    }

    private static Paper paper(Party holder, Scope scope) {
        return new Paper(holder, scope, new Wastes.All(), LocalDate.of(2026, 1, 1), Optional.empty(), Optional.empty());
    }

    /** Its holder says that it has it. */
    public UUID file(Paper paper) {
        var permit = Uuid7.next(() -> now, random);
        then(permit, paper.holder().organisation(), s -> new org.wegweis.kernel.permit.Event.Filed(s, paper));
        return permit;
    }

    /** By an authority. */
    public void withdraw(UUID permit, LocalDate from) {
        then(permit, STRANGER, s -> new org.wegweis.kernel.permit.Event.Withdrawn(s, from));
    }

    /** An EN for what Green Hill gives to the North plant, submitted and confirmed to its last declared gram. */
    public UUID certificate(String number, Mass quantity, LocalDate until) {
        var certificate = Uuid7.next(() -> now, random);
        var declaration = new Declaration(
                Kind.SINGLE,
                WasteCatalogue.AVV_2020.parse("170503"),
                GREEN_HILL_YARD,
                NORTH_PLANT_GATE,
                new Operation("R5"),
                quantity,
                until);
        then(certificate, GREEN_HILL, statement -> new Declared(statement, declaration));
        then(certificate, NORTH_PLANT, DeclarationAccepted::new);
        then(certificate, NORTH_PLANT, statement -> new Submitted(statement, new CertificateNumber(number)));
        return certificate;
    }

    public void confirm(UUID certificate, Mass quantity, LocalDate until) {
        then(certificate, STRANGER, statement -> new Confirmed(statement, until, quantity));
    }

    public void draw(UUID certificate, UUID consignment, Flag... flags) {
        then(
                certificate,
                STRANGER,
                statement -> new Drawn(
                        statement,
                        LoadId.consignment(consignment),
                        new Mass(11_900_000),
                        Optional.empty(),
                        Set.of(flags)));
    }

    public void settle(UUID certificate, UUID consignment, Flag... flags) {
        then(
                certificate,
                STRANGER,
                statement ->
                        new Settled(statement, LoadId.consignment(consignment), new Mass(11_850_000), Set.of(flags)));
    }

    private void then(UUID consignment, OrganisationId by, Function<Statement, ? extends Stated> happens) {
        then(consignment, by, Optional.empty(), new TreeMap<>(), happens);
    }

    private void then(
            UUID consignment,
            OrganisationId by,
            Optional<Hash> key,
            SortedMap<PersonalValue, Hash> digests,
            Function<Statement, ? extends Stated> happens) {
        then(consignment, new Actor(by, Role.DISPATCHER, key), digests, happens);
    }

    private UUID then(
            UUID subject,
            Actor by,
            SortedMap<PersonalValue, Hash> digests,
            Function<Statement, ? extends Stated> happens) {
        return then(subject, by, digests, now, happens);
    }

    private UUID then(
            UUID subject,
            Actor by,
            SortedMap<PersonalValue, Hash> digests,
            Instant happenedAt,
            Function<Statement, ? extends Stated> happens) {
        var before = Optional.ofNullable(last.get(subject));
        var statement = new Statement(
                new StatementId(Uuid7.next(() -> now, random)), subject, by, happenedAt, digests, Optional.empty());
        var event = happens.apply(statement);
        var record = new EventRecord(
                statement.id().value(),
                Events.type(event),
                subject,
                before.map(one -> one.version() + 1).orElse(0L),
                records.size(),
                before.map(one -> EventRecord.entry(one.encode())),
                happenedAt,
                now.plusSeconds(1),
                statement.by(),
                Optional.empty(),
                hash(),
                Events.data(event));
        last.put(subject, record);
        records.add(record);
        now = now.plus(Duration.ofHours(1));
        return statement.id().value();
    }
}
