import { readFile } from "node:fs/promises";
import type { Browser, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { barelyKnown, wholeWay } from "../src/sample";
import { DESK, launch, look, PHONE, pressOn, signInAt, tabTo, typeInto, untilFocused } from "./keyboard";
import { type Mock, PERSON, startMock } from "./mock";

const NUMBER = "11681570210293-4";
const ROUTE = `/vorgang/${wholeWay("sealed").id}`;

let browser: Browser;
let mock: Mock;
let page: Page;
let complaints: string[];

beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser.close());
beforeEach(async () => {
  mock = await startMock();
  page = await (await browser.newContext({ viewport: DESK, locale: "de-DE" })).newPage();
  complaints = [];
  page.on("pageerror", (failure) => complaints.push(failure.message));
  page.on("console", (message) => {
    if (message.type() === "error" && !message.text().includes("Failed to load resource")) complaints.push(message.text());
  });
  page.on("request", (request) => {
    if (!/^(http:\/\/127\.0\.0\.1:|blob:|data:)/.test(request.url())) complaints.push(`went elsewhere: ${request.url()}`);
  });
});
afterEach(async () => {
  await page.context().close();
  await mock.close();
  expect(complaints).toEqual([]);
});

const signIn = (address: string) => signInAt(page, mock.console + address, PERSON);

describe.each([
  ["desk", DESK],
  ["phone", PHONE],
])("by keyboard at the %s", (size, viewport) => {
  beforeEach(() => page.setViewportSize(viewport));

  it("one signs in, searches, opens a route and signs out", async () => {
    await page.goto(mock.console);
    await page.getByRole("heading", { name: "Anmelden" }).waitFor();
    await look(page, `${size}-1-sign-in`);
    await signIn("/");
    await page.getByText("Die ersten 20 Vorgänge").waitFor();
    await look(page, `${size}-2-search`);

    await typeInto(page, page.getByLabel("Begleitschein oder Nachweis"), NUMBER);
    await page.keyboard.press("Enter");
    await page.getByText("1 Vorgang", { exact: true }).waitFor();
    expect(new URL(page.url()).search).toBe(`?number=${NUMBER}`);
    const field = page.getByLabel("Begleitschein oder Nachweis");
    await untilFocused(field);
    await look(page, `${size}-3-found`);

    await pressOn(page, page.getByRole("link", { name: NUMBER }));
    await page.getByRole("heading", { name: "Schritte" }).waitFor();
    await untilFocused(page.getByRole("heading", { level: 1 }));
    await look(page, `${size}-4-route`);

    await pressOn(page, page.getByRole("link", { name: "Zurück zur Suche" }));
    await page.getByText("1 Vorgang", { exact: true }).waitFor();
    expect(new URL(page.url()).search).toBe(`?number=${NUMBER}`);

    await pressOn(page, page.getByRole("button", { name: "Abmelden" }));
    await page.getByRole("button", { name: "Anmelden" }).waitFor();
    expect(await page.evaluate(() => sessionStorage.length)).toBe(0);
  });

  it("a route is shown although names, log and vault are away", async () => {
    await signIn(`/vorgang/${barelyKnown().id}`);
    await page.getByText("Personenbezogene Angaben (etwa Kennzeichen) sind gerade nicht abrufbar.").waitFor();
    await page.getByText("Der Protokolldienst antwortet gerade nicht. Die Schritte sind gespeichert").waitFor();
    expect(await page.getByText("Ladung ist hier").count()).toBe(1);
    expect(await page.getByText("noch nicht erreicht").count()).toBe(2);
    expect(await page.getByText("Ihre Organisation", { exact: true }).count()).toBe(1);
    await look(page, `${size}-13-barely-known`);
  });

  it("it speaks English too", async () => {
    await signIn(ROUTE);
    await pressOn(page, page.getByRole("button", { name: "English" }));
    await page.getByText("No independent party has sealed this.").waitFor();
    expect(await page.evaluate(() => document.documentElement.lang)).toBe("en");
    await look(page, `${size}-5-english`);
  });

  it("what went wrong is said where it helps", async () => {
    await signIn("/?number=0");
    await page.getByText("Kein Vorgang gefunden").waitFor();
    await look(page, `${size}-6-nothing`);

    await typeInto(page, page.getByLabel("Abfallschlüssel"), "Boden");
    await page.keyboard.press("Enter");
    const field = page.getByLabel("Abfallschlüssel");
    await page.getByText("Ein Abfallschlüssel hat sechs Ziffern").waitFor();
    expect(await field.getAttribute("aria-invalid")).toBe("true");
    await untilFocused(field);
    await look(page, `${size}-7-wrong-field`);

    mock.away = true;
    await pressOn(page, page.getByRole("button", { name: "Felder leeren" }));
    await page.getByText("Die Suche wird gerade neu aufgebaut.").waitFor();
    await look(page, `${size}-8-away`);
    mock.away = false;
    await pressOn(page, page.getByRole("button", { name: "Noch einmal versuchen" }));
    await page.getByText("Die ersten 20 Vorgänge").waitFor();

    await page.goto(`${mock.console}/vorgang/01985f00-0000-7000-8000-0000000009ff`);
    await page.getByText("Diesen Vorgang gibt es für Sie nicht").waitFor();
    await look(page, `${size}-9-unknown`);
  });
});

describe("the console", () => {
  it("shows for whom one acts", async () => {
    await signIn("/");
    const acting = page.getByRole("region", { name: "Anmeldung" });
    expect(await acting.innerText()).toContain("Disposition");
    expect(await acting.innerText()).toContain("01985f00-0000-7000-8000-00000000000b");
  });

  it("comes back to the address one wanted, past the sign-in", async () => {
    await signIn(`/?number=${NUMBER}&state=partly-accepted`);
    await page.getByText("1 Vorgang", { exact: true }).waitFor();
    expect(new URL(page.url()).search).toBe(`?number=${NUMBER}&state=partly-accepted`);
    expect(await page.getByLabel("Stand").inputValue()).toBe("partly-accepted");
    expect(Object.fromEntries(mock.searches.at(-1) ?? [])).toEqual({ number: NUMBER, state: "partly-accepted" });
  });

  it("takes dates from the keyboard", async () => {
    await signIn("/?plate=B-XY+123");
    await tabTo(page, page.getByLabel("Von"));
    await page.keyboard.type("11112026"); // the same in every order of day and month
    await page.keyboard.press("Enter");
    await expect.poll(() => new URL(page.url()).search).toBe("?plate=B-XY+123&from=2026-11-11");
    await page.goBack();
    await expect.poll(() => page.getByLabel("Von").inputValue()).toBe("");
  });

  it("loads more and goes on at the first new one", async () => {
    await signIn("/");
    await page.getByText("Die ersten 20 Vorgänge").waitFor();
    mock.away = true;
    await pressOn(page, page.getByRole("button", { name: "Weitere Vorgänge laden" }));
    await page.getByText("Die Suche wird gerade neu aufgebaut.").waitFor();
    expect(await page.getByRole("row").count()).toBe(21);
    mock.away = false;
    await pressOn(page, page.getByRole("button", { name: "Noch einmal versuchen" }));
    await page.getByText("25 Vorgänge", { exact: true }).waitFor();
    await expect.poll(() => page.evaluate(() => document.activeElement?.getAttribute("href")), { timeout: 10_000 }).toBe("/vorgang/01985f00-0000-7000-8000-000000000220");
  });

  it("sends no search whose end lies before its beginning", async () => {
    await signIn("/?from=2026-11-23&to=2026-11-01");
    await page.getByText("Die ersten 20 Vorgänge").waitFor();
    const before = mock.searches.length;
    await pressOn(page, page.getByRole("button", { name: "Suchen" }));
    await page.getByText("Das Ende liegt vor dem Anfang.").waitFor();
    expect(mock.searches.length).toBe(before);
  });

  it("reads the route as lists in order, with corrections before and after", async () => {
    await signIn(ROUTE);
    await page.getByRole("heading", { name: "Schritte" }).waitFor();
    expect(await page.getByRole("region", { name: "Hinweise" }).innerText()).toContain("NachwV §11(1) Satz 1 Nr. 1");
    const hands = page.getByRole("region", { name: "Hände und Orte" }).getByRole("listitem");
    expect(await hands.count()).toBe(4);
    expect(await hands.nth(3).innerText()).toContain("Ladung ist hier");
    const pickUp = await page.locator("#schritt-2").innerText();
    for (const text of ["2. Übernommen", "23.11.2026, 08:11", "nachgereicht", "P-HT 4711", "12,4 t", "12,25 t", "berichtigt in Schritt 6"])
      expect(pickUp.replaceAll("\u00a0", " ")).toContain(text);
    expect(await page.locator("#schritt-2 del").innerText()).toContain("12,4");
  });

  it("asks again until every step is sealed, and not while nobody looks", async () => {
    await signIn(ROUTE);
    await page.getByText("5 von 6 Schritten sind versiegelt.").waitFor();
    await expect.poll(() => mock.routeReads, { timeout: 15_000 }).toBeGreaterThan(1);
    await show(page, "hidden");
    const hidden = mock.routeReads;
    await expect
      .poll(() => mock.routeReads, { timeout: 4_000 })
      .toBeGreaterThan(hidden)
      .then(
        () => expect.unreachable("asked although hidden"),
        () => undefined,
      );
    mock.sealing = false;
    await show(page, "visible");
    await page.getByText("Alle 6 Schritte sind versiegelt.").waitFor();
    await page.getByText("Keine unabhängige Stelle hat dies versiegelt.").waitFor();
  });

  it("says when what it shows is old", async () => {
    await signIn(ROUTE);
    await page.getByText("5 von 6 Schritten sind versiegelt.").waitFor();
    mock.away = true;
    await page.getByText("Die Anzeige ist nicht mehr aktuell").waitFor();
    mock.away = false;
    await page.getByText("Die Anzeige ist nicht mehr aktuell").waitFor({ state: "detached" });
  });

  it("saves the evidence package", async () => {
    await signIn(ROUTE);
    const saving = page.waitForEvent("download");
    await pressOn(page, page.getByRole("button", { name: "Beweispaket herunterladen" }));
    const file = await saving;
    expect(file.suggestedFilename()).toBe(`wegweis-${wholeWay("sealed").id}.asice`);
    expect(await readFile(await file.path(), "utf8")).toBe("PK evidence");
    await page.getByText("Beweispaket gespeichert").waitFor();
  });

  it("asks to sign in anew when the token is no longer taken", async () => {
    await signIn("/");
    await page.evaluate(() => {
      const kept = JSON.parse(sessionStorage.getItem("wegweis.session") ?? "{}") as Record<string, unknown>;
      sessionStorage.setItem("wegweis.session", JSON.stringify({ ...kept, accessToken: "e30.e30.e30" }));
    });
    await page.goto(mock.console + ROUTE);
    await page.getByText("Ihre Anmeldung ist abgelaufen.").waitFor();
    await look(page, "desk-10-ended");
  });

  it("refuses an answer to a sign-in that it did not begin", async () => {
    await page.goto(mock.console);
    await page.evaluate(() =>
      sessionStorage.setItem("wegweis.sign-in", JSON.stringify({ verifier: "v", state: "mine", nonce: "n", returnTo: "/" })),
    );
    await page.goto(`${mock.console}/?code=stolen&state=theirs`);
    await page.getByText("Die Anmeldung ist nicht gelungen").waitFor();
    expect(mock.exchanges).toBe(0);
    expect(new URL(page.url()).search).toBe("");
    await look(page, "desk-11-failed");
  });

  it("is readable in the dark", async () => {
    await page.emulateMedia({ colorScheme: "dark" });
    await signIn(ROUTE);
    await page.getByRole("heading", { name: "Schritte" }).waitFor();
    await look(page, "desk-12-dark");
  });

  it("lets the keyboard skip to the content", async () => {
    await signIn("/");
    await page.reload();
    await tabTo(page, page.getByRole("link", { name: "Zum Inhalt springen" }));
    await page.keyboard.press("Enter");
    await expect.poll(() => page.evaluate(() => document.activeElement?.id), { timeout: 10_000 }).toBe("content");
  });
});

/** What the browser does when its window is covered or shown again. */
async function show(page: Page, state: "hidden" | "visible"): Promise<void> {
  await page.evaluate((visibility) => {
    Object.defineProperty(document, "visibilityState", { configurable: true, get: () => visibility });
    document.dispatchEvent(new Event("visibilitychange"));
  }, state);
}
