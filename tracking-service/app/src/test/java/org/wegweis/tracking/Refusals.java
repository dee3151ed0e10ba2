package org.wegweis.tracking;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.RecordComponent;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import org.wegweis.door.Problem;
import org.wegweis.kernel.certificate.Kind;
import org.wegweis.kernel.certificate.LoadId;
import org.wegweis.kernel.certificate.Operation;
import org.wegweis.kernel.consignment.ConsignmentId;
import org.wegweis.kernel.outage.ReceiptNumber;
import org.wegweis.kernel.party.CertificateNumber;
import org.wegweis.kernel.party.Land;
import org.wegweis.kernel.party.OrganisationId;
import org.wegweis.kernel.party.Party;
import org.wegweis.kernel.party.SiteNumber;
import org.wegweis.kernel.record.Actor.Role;
import org.wegweis.kernel.statement.StatementId;
import org.wegweis.kernel.stock.LotId;
import org.wegweis.kernel.waste.Mass;
import org.wegweis.kernel.waste.WasteCode;

/** One of each refusal of a room, so that none goes without its words. */
public final class Refusals {
    private static final UUID ID = UUID.fromString("01a20846-fe00-7000-8000-000000000001");
    private static final Map<Class<?>, Object> VALUES = Map.ofEntries(
            Map.entry(UUID.class, ID),
            Map.entry(StatementId.class, new StatementId(ID)),
            Map.entry(ConsignmentId.class, new ConsignmentId(ID)),
            Map.entry(LoadId.class, LoadId.consignment(ID)),
            Map.entry(
                    OrganisationId.class, new OrganisationId(UUID.fromString("0b9f3c62-6b0e-4d53-9f33-0d7f0f1c1a01"))),
            Map.entry(Role.class, Role.DRIVER),
            Map.entry(SiteNumber.class, new SiteNumber("P12345678")),
            Map.entry(
                    Party.class,
                    new Party(
                            new OrganisationId(UUID.fromString("0b9f3c62-6b0e-4d53-9f33-0d7f0f1c1a01")),
                            new SiteNumber("P12345678"))),
            Map.entry(Operation.class, new Operation("D1")),
            Map.entry(Land.class, Land.P),
            Map.entry(WasteCode.class, new WasteCode("170503", true)),
            Map.entry(CertificateNumber.class, new CertificateNumber("ENP12345678901")),
            Map.entry(Kind.class, Kind.SINGLE),
            Map.entry(Mass.class, Mass.NONE),
            Map.entry(Instant.class, Instant.parse("2026-11-24T08:00:00Z")),
            Map.entry(ReceiptNumber.class, new ReceiptNumber("2026-0042")),
            Map.entry(LotId.class, new LotId(ID)),
            Map.entry(long.class, 1L),
            Map.entry(LocalDate.class, LocalDate.of(2026, 11, 24)));

    private Refusals() {}

    /** The slug of every refusal of the sealed interface; each is checked to be said in both languages. */
    public static <R> Set<String> slugs(Class<R> room, Function<R, Problem> words) throws ReflectiveOperationException {
        var slugs = new TreeSet<String>();
        for (Class<?> refusal : Objects.requireNonNull(room.getPermittedSubclasses())) {
            var types = Arrays.stream(refusal.getRecordComponents())
                    .map(RecordComponent::getType)
                    .toArray(Class<?>[]::new);
            var constructor = refusal.getDeclaredConstructor(types);
            constructor.setAccessible(true);
            var made = constructor.newInstance(
                    Arrays.stream(types).map(Refusals::value).toArray());
            var problem = words.apply(room.cast(made));
            var document = problem.document();
            var properties = Objects.requireNonNull(document.getProperties(), problem.slug());
            assertThat(document.getDetail()).as(problem.slug()).isNotBlank();
            assertThat((String) properties.get("detailGerman"))
                    .as(problem.slug())
                    .isNotBlank();
            slugs.add(problem.slug());
        }
        return slugs;
    }

    private static Object value(Class<?> type) {
        return type.isEnum() && !VALUES.containsKey(type)
                ? type.getEnumConstants()[0]
                : Objects.requireNonNull(VALUES.get(type), type.getName());
    }
}
