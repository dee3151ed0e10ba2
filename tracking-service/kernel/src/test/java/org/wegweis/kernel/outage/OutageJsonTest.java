package org.wegweis.kernel.outage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.wegweis.kernel.PlacesAndPeople.*;
import static org.wegweis.kernel.outage.OutageTest.*;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.wegweis.kernel.event.EventContracts;
import org.wegweis.kernel.json.Fields;
import org.wegweis.kernel.json.Json;
import org.wegweis.kernel.json.WrongField;
import org.wegweis.kernel.statement.Stated;

class OutageJsonTest extends EventContracts {
    @Override
    protected Stream<Contract> contracts() {
        var s = OutageTest.statement(1, LANDFILL_GATE);
        return Stream.of(
                new Contract(new Event.Reported(s, GATE, Cause.SIGNATURE_CARD, NOON)),
                new Contract(new Event.ReceiptUsed(s, RECEIPT, Form.FALLBACK_RECEIPT, NOON)),
                new Contract(new Event.ReceiptEntered(s, RECEIPT, SOIL)),
                new Contract(new Event.Ended(s, NOON.plusMillis(5))));
    }

    @Override
    protected Class<? extends Stated> events() {
        return Event.class;
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "reported | {} | /data/site",
                "reported | {\"site\":\"PS0000000\"} | /data/site",
                "reported | {\"site\":\"P12345678\",\"cause\":\"lightning\"} | /data/cause",
                "reported | {\"site\":\"P12345678\",\"cause\":\"power\",\"since\":\"today\"} | /data/since",
                "reported | {\"site\":\"P12345678\",\"cause\":\"power\",\"since\":\"-1000-01-01T00:00:00Z\"} | /data/since",
                "receipt-used | {\"number\":\"Anna\"} | /data/number",
                "receipt-used | {\"number\":\"123\",\"form\":\"napkin\"} | /data/form",
                "receipt-used | {\"number\":\"123\",\"form\":\"paper-note\"} | /data/usedAt",
                "receipt-entered | {\"number\":\"123\",\"consignment\":\"1\"} | /data/consignment",
                "ended | {\"at\":\"2026-11-23T12:00:00Z\",\"by\":1} | /data/by",
                "lost | {} | /type",
            })
    void what_is_wrong_is_named(String type, String data, String pointer) {
        var s = OutageTest.statement(1, LANDFILL_GATE);
        assertThatThrownBy(() -> OutageJson.command("outage." + type + ".v1", s, Fields.of(Json.parse(data), "/data")))
                .isInstanceOfSatisfying(
                        WrongField.class, e -> assertThat(e.pointer()).isEqualTo(pointer));
    }
}
