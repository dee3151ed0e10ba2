import { readFile } from "node:fs/promises";
import type { Browser, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { barelyKnown, certificate, wholeWay } from "../src/sample";
import { DESK, launch, look, PHONE, pressOn, signInAt, typeInto, untilFocused } from "./keyboard";
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
});
afterEach(async () => {
  await page.context().close();
  await mock.close();
  expect(complaints).toEqual([]);
});

const signIn = (address: string) => signInAt(page, mock.console + address, PERSON);
const heading = (name: string) => page.getByRole("heading", { level: 1, name });

describe.each([
  ["desk", DESK],
  ["phone", PHONE],
])("an office by keyboard at the %s", (size, viewport) => {
  beforeEach(() => page.setViewportSize(viewport));

  it("one goes through the findings to a route", async () => {
    await signIn("/");
    await pressOn(page, page.getByRole("link", { name: "Hinweise", exact: true }));
    await heading("Hinweise").waitFor();
    await untilFocused(heading("Hinweise"));
    await page.getByText("Die ersten 20 Einträge").waitFor();
    await look(page, `${size}-20-findings`);

    await pressOn(page, page.getByRole("link", { name: "Mit dieser Ladung ist unter dem Nachweis mehr" }));
    await page.getByText("1 Eintrag", { exact: true }).waitFor();
    expect(new URL(page.url()).search).toBe("?code=over-quantity");
    await page.getByText("nur für Beteiligte").waitFor();
    await look(page, `${size}-21-one-kind`);

    await typeInto(page, page.getByLabel("Abfallschlüssel"), "Boden");
    await page.keyboard.press("Enter");
    await page.getByText("Ein Abfallschlüssel hat sechs Ziffern").waitFor();
    expect(new URL(page.url()).search).toBe("?code=over-quantity&wasteCode=Boden");
    await untilFocused(page.getByLabel("Abfallschlüssel"));

    await page.goBack();
    await pressOn(page, page.getByRole("link", { name: NUMBER }));
    await page.getByRole("heading", { name: "Schritte" }).waitFor();
  });

  it("one finds a certificate and sees its clocks and what is left", async () => {
    await signIn("/nachweise");
    await page.getByText("2 Einträge").waitFor();
    await page.getByText("abgelaufen", { exact: true }).last().waitFor();
    await look(page, `${size}-22-certificates`);
    await pressOn(page, page.getByRole("link", { name: "ENP12345678901" }));
    await page.getByRole("heading", { name: "Verlauf" }).waitFor();
    const said = (await page.getByRole("main").innerText()).replaceAll("\u00a0", " ");
    for (const text of ["31.12.2027", "NachwV §7(4)", "12,4 t", "4,3 t", "überschritten", "17 05 07, 17 05 08", "unbestätigt", "Vorgang ohne Ihre Beteiligung", "Annahmeerklärung"])
      expect(said).toContain(text);
    await look(page, `${size}-23-certificate`);
    await pressOn(page, page.getByRole("link", { name: "Zurück zu den Nachweisen" }));
    await page.getByText("2 Einträge").waitFor();
  });

  it("one reads the register and saves it", async () => {
    await signIn("/register?role=plant");
    await page.getByText("1 Eintrag", { exact: true }).waitFor();
    expect(await page.getByLabel("Registerteil").inputValue()).toBe("plant");
    await pressOn(page, page.getByRole("button", { name: "Felder leeren" }));
    await page.getByText("3 Einträge").waitFor();
    await look(page, `${size}-24-register`);
    const saving = page.waitForEvent("download");
    await pressOn(page, page.getByRole("button", { name: "Als CSV herunterladen" }));
    const file = await saving;
    expect(file.suggestedFilename()).toBe("register.csv");
    expect(await readFile(await file.path(), "utf8")).toBe("role,massGrams\r\ngenerator,12400000\r\nplant,11900000\r\n");
    await page.getByText("Gespeichert: register.csv").waitFor();
  });

  it("a route says where its load came from, where it went and what papers there are", async () => {
    await signIn(ROUTE);
    const lineage = page.getByRole("region", { name: "Herkunft und Verbleib" });
    await lineage.getByText("endgültig").or(lineage.getByText("Produkt")).first().waitFor();
    const said = (await lineage.innerText()).replaceAll("\u00a0", " ");
    for (const text of ["Es gibt mehr, als hier gezeigt wird.", "12,4 t Charge", "nicht einsehbar", "7,78 t Produkt", "davon noch hier 780 kg", "R5", "Verlust 120 kg", "4 t Vorgang"]) expect(said).toContain(text);
    const papers = page.getByRole("region", { name: "Papiere der Beteiligten" });
    await papers.getByText("Nichts ist hinterlegt.").first().waitFor();
    expect((await papers.innerText()).replaceAll("\u00a0", " ")).toContain("17 05 03, 17 05 04 · sammeln, befördern");
    expect(await page.getByRole("region", { name: "Quittungsbelege" }).innerText()).toContain("noch nicht nachgetragen");
    await look(page, `${size}-25-route`);
  });
});

describe("the screens for offices", () => {
  it("leave out what the service does not have", async () => {
    mock.plain = true;
    await signIn(ROUTE);
    await page.getByRole("heading", { name: "Schritte" }).waitFor();
    await expect.poll(() => page.getByRole("region", { name: "Papiere der Beteiligten" }).count()).toBe(0);
    await expect.poll(() => page.getByRole("region", { name: "Herkunft und Verbleib" }).count()).toBe(0);
    await page.goto(`${mock.console}/register`);
    await page.getByText("Diesen Bereich gibt es auf diesem Dienst nicht.").waitFor();
    await page.goto(`${mock.console}/vorgang/${barelyKnown().id}`);
    await page.getByRole("heading", { name: "Schritte" }).waitFor();
    expect(await page.getByRole("region", { name: "Quittungsbelege" }).count()).toBe(0);
  });

  it("say when the service is away, and try again", async () => {
    mock.away = true;
    await signIn("/hinweise");
    await page.getByText("Die Suche wird gerade neu aufgebaut.").waitFor();
    mock.away = false;
    await pressOn(page, page.getByRole("button", { name: "Noch einmal versuchen" }));
    await page.getByText("Die ersten 20 Einträge").waitFor();
    await pressOn(page, page.getByRole("button", { name: "Weitere laden" }));
    await page.getByText("23 Einträge").waitFor();
    await expect.poll(() => page.evaluate(() => document.activeElement?.getAttribute("href")), { timeout: 10_000 }).toBe("/vorgang/01985f00-0000-7000-8000-000000000220");
  });

  it("send no period that ends before it begins", async () => {
    await signIn("/hinweise?from=2026-11-23&to=2026-11-01");
    await page.getByText("Die ersten 20 Einträge").waitFor();
    await pressOn(page, page.getByRole("button", { name: "Anzeigen" }));
    await page.getByText("Das Ende liegt vor dem Anfang.").waitFor();
  });

  it("know no certificate that is not there", async () => {
    await signIn("/nachweise/01985f00-0000-7000-8000-0000000009ff");
    await page.getByText("Diesen Nachweis gibt es für Sie nicht").waitFor();
    await look(page, "desk-26-no-certificate");
  });

  it("speak English, and are readable in the dark", async () => {
    await page.emulateMedia({ colorScheme: "dark" });
    await signIn(`/nachweise/${certificate().id}`);
    await pressOn(page, page.getByRole("button", { name: "English" }));
    await page.getByRole("heading", { name: "History" }).waitFor();
    await look(page, "desk-27-dark-english");
  });
});
