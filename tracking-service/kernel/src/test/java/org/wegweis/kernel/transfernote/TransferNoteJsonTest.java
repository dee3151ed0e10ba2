package org.wegweis.kernel.transfernote;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.wegweis.kernel.PlacesAndPeople.SOIL;
import static org.wegweis.kernel.transfernote.TransferNoteTest.*;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.wegweis.kernel.event.EventContracts;
import org.wegweis.kernel.json.Fields;
import org.wegweis.kernel.json.Json;
import org.wegweis.kernel.json.WrongField;
import org.wegweis.kernel.statement.Stated;
import org.wegweis.kernel.waste.WasteList;

class TransferNoteJsonTest extends EventContracts {
    @Override
    protected Stream<Contract> contracts() {
        var s = statement(1, COLLECTORS_DRIVER);
        return Stream.of(
                new Contract(new Event.Issued(s, paint())),
                new Contract("transfer-note.issued.v1.small-amount", new Event.Issued(s, smallAmount())),
                new Contract(new Event.Signed(s)),
                new Contract(new Event.Entered(s, SOIL)),
                new Contract(new Event.EntryUndone(s)),
                new Contract(new Event.Cancelled(s)));
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
                "issued | {} | /data/wasteCode",
                "issued | {\"wasteCode\":\"080111\",\"massGrams\":0.5} | /data/massGrams",
                "entered | {\"consignment\":\"1\"} | /data/consignment",
                "signed | {\"by\":1} | /data/by",
                "lost | {} | /type",
            })
    void what_is_wrong_is_named(String type, String data, String pointer) {
        var s = statement(1, COLLECTORS_DRIVER);
        assertThatThrownBy(() -> TransferNoteJson.command(
                        "transfer-note." + type + ".v1", s, Fields.of(Json.parse(data), "/data"), WasteList.EUROPEAN))
                .isInstanceOfSatisfying(
                        WrongField.class,
                        e -> org.assertj.core.api.Assertions.assertThat(e.pointer())
                                .isEqualTo(pointer));
    }
}
