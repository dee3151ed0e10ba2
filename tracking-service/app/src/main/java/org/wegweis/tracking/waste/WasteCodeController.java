package org.wegweis.tracking.waste;

import java.time.InstantSource;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.wegweis.door.Problem;
import org.wegweis.kernel.json.Json;
import org.wegweis.kernel.law.BerlinDay;
import org.wegweis.kernel.waste.WasteCode;
import org.wegweis.kernel.waste.WasteList;

/** What a waste code means on a day, in the German list and in the European one. */
@RestController
class WasteCodeController {
    private final WasteList german;
    private final InstantSource clock;

    WasteCodeController(WasteList german, InstantSource clock) {
        this.german = german;
        this.clock = clock;
    }

    @GetMapping(path = "/api/waste-codes/{code}", produces = MediaType.APPLICATION_JSON_VALUE)
    Json.Obj code(@PathVariable String code, @RequestParam(name = "on", required = false) @Nullable String on) {
        String digits = digits(code);
        var day = Optional.ofNullable(on).map(WasteCodeController::day).orElseGet(() -> BerlinDay.of(clock.instant()));
        var entry = german.find(digits, day)
                .orElseThrow(() -> Problem.notFound("No list has ever had the waste code " + code + "."));
        var successors = WasteList.successors(digits);
        return Json.Obj.of()
                .with("code", digits)
                .with("title", entry.title())
                .with("officialTitle", entry.official())
                .with("on", day.toString())
                .with("german", list(german, digits, day).with("confirmed", false))
                .with("european", list(WasteList.EUROPEAN, digits, day))
                .with("successors", texts(successors))
                .with("ask", successors.isEmpty() ? Optional.<String>empty() : Optional.of(CodeChange.ENGLISH))
                .with("askGerman", successors.isEmpty() ? Optional.<String>empty() : Optional.of(CodeChange.GERMAN));
    }

    private static Json.Obj list(WasteList list, String digits, LocalDate day) {
        var validity = list.validity(digits).orElseThrow();
        var listed = list.on(day).find(digits);
        var json = Json.Obj.of()
                .with("changesOn", list.changes().toString())
                .with("inForce", listed.isPresent())
                .with("from", validity.from().map(LocalDate::toString))
                .with("until", validity.until().map(LocalDate::toString));
        return listed.isPresent() ? json.with("hazardous", listed.get().code().hazardous()) : json;
    }

    static Json.Arr texts(List<String> texts) {
        return new Json.Arr(texts.stream().<Json>map(Json.Text::new).toList());
    }

    private static String digits(String code) {
        return Problem.parsed("code", code, WasteCode::parse).digits();
    }

    private static LocalDate day(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            throw Problem.wrongField("on", "needs a day such as 2026-12-09");
        }
    }
}
