import { readFile } from "node:fs/promises";
import type { Browser, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { DESK, launch, look, PHONE, pressOn, untilFocused } from "./keyboard";

const { WEGWEIS_VERIFY_URL: address, WEGWEIS_VERIFY_PACKAGE: packageFile } = process.env;

/** ledger-bridge's page against the running service, with a package that holds against its trust file. */
describe.skipIf(address === undefined || packageFile === undefined)(
  "the verification page (skipped where WEGWEIS_VERIFY_URL and WEGWEIS_VERIFY_PACKAGE do not name one)",
  () => {
    const url = `${(address ?? "").replace(/\/$/, "")}/verify`;
    let browser: Browser;
    let page: Page;
    let complaints: string[];
    let genuine: Buffer;

    beforeAll(async () => {
      browser = await launch();
      genuine = await readFile(packageFile ?? "");
    });
    afterAll(() => browser.close());
    beforeEach(async () => {
      page = await (await browser.newContext({ viewport: DESK, locale: "de-DE" })).newPage();
      complaints = [];
      page.on("pageerror", (failure) => complaints.push(failure.message));
      page.on("console", (message) => {
        if (message.type() === "error" && !message.text().includes("Failed to load resource")) complaints.push(message.text());
      });
      page.on("request", (request) => {
        if (!request.url().startsWith(new URL(url).origin)) complaints.push(`went elsewhere: ${request.url()}`);
      });
      await page.goto(url);
    });
    afterEach(async () => {
      await page.context().close();
      expect(complaints).toEqual([]);
    });

    const choose = (buffer: Buffer, name = "paket.asice") =>
      page.locator("#file").setInputFiles({ name, mimeType: "application/octet-stream", buffer });
    const check = () => pressOn(page, page.locator("#check"));
    const error = (on: Page) => on.locator("#error");

    function changed(): Buffer {
      const bytes = Buffer.from(genuine);
      const at = bytes.indexOf('"nonce":"') + 12;
      bytes[at] = (bytes[at] ?? 0) ^ 1;
      return bytes;
    }

    describe.each([
      ["desk", DESK],
      ["phone", PHONE],
    ])("at the %s", (size, viewport) => {
      beforeEach(() => page.setViewportSize(viewport));

      it("a genuine package is green, in both languages, by keyboard alone", async () => {
        await look(page, `verify-${size}-1-start`);
        await choose(genuine);
        await check();
        const outcome = page.locator("#outcome");
        await untilFocused(outcome);
        expect(await outcome.innerText()).toContain("Hält gegen die Schlüssel dieses Dienstes.");
        expect(await page.locator(".steps .mark.does-not-hold").count()).toBe(0);
        expect(await page.getByRole("status").innerText()).toContain("Geprüft.");
        await look(page, `verify-${size}-2-holds`);

        await pressOn(page, page.getByRole("button", { name: "English" }));
        expect(await page.locator("html").getAttribute("lang")).toBe("en");
        expect(await outcome.innerText()).toContain("Holds against the keys of this service.");
        await look(page, `verify-${size}-3-holds-english`);
        await page.reload();
        await page.getByRole("heading", { name: "Check an evidence package" }).waitFor();
        await look(page, `verify-${size}-4-start-english`);
      });

      it("a changed package is red and names the step", async () => {
        await choose(changed());
        await check();
        await untilFocused(page.locator("#outcome"));
        expect(await page.locator("#outcome").innerText()).toContain("Hält nicht.");
        expect(await page.locator("[data-code=parts-complete] .mark").innerText()).toContain("hält nicht");
        await look(page, `verify-${size}-5-changed`);
        await pressOn(page, page.getByRole("button", { name: "English" }));
        await look(page, `verify-${size}-6-changed-english`);
      });

      it("what is no package is told so", async () => {
        await choose(Buffer.from("hello"), "brief.txt");
        await check();
        await error(page).getByText("Nichts zu prüfen: Die Datei ist kein unbeschädigtes Zip.").waitFor();
        await untilFocused(page.locator("#file"));
        await look(page, `verify-${size}-7-no-package`);
        await pressOn(page, page.getByRole("button", { name: "English" }));
        await error(page).getByText("Nothing to check: The file is not an intact zip.").waitFor();
        await look(page, `verify-${size}-8-no-package-english`);
      });
    });

    it("without a file, or with one that is too large, nothing is sent", async () => {
      page.on("request", (request) => {
        if (request.method() === "POST") complaints.push("sent");
      });
      await check();
      await error(page).getByText("Bitte zuerst eine Datei auswählen.").waitFor();
      await choose(Buffer.alloc(16 * 1024 * 1024 + 1), "gross.asice");
      await check();
      await error(page).getByText("Die Datei „gross.asice“ ist größer als 16 MB").waitFor();
      await look(page, "verify-desk-9-too-large");
    });

    it("a service that is busy, too small, broken or gone is said to be so", async () => {
      await choose(genuine);
      const answers: [number, Record<string, string>, string][] = [
        [503, { "Retry-After": "7" }, "Bitte in 7 Sekunden noch einmal."],
        [413, {}, "zu groß"],
        [500, {}, "Das sagt nichts über die Datei."],
      ];
      for (const [status, headers, sentence] of answers) {
        await page.route("**/verify", (route) => route.fulfill({ status, headers, contentType: "application/problem+json", body: "{}" }));
        await check();
        await error(page).getByText(sentence).waitFor();
        await page.unroute("**/verify");
      }
      await page.route("**/verify", (route) => route.abort());
      await check();
      await error(page).getByText("Der Dienst ist nicht erreichbar").waitFor();
      await look(page, "verify-desk-10-gone");
    });

    it("a file can be dropped", async () => {
      const data = await page.evaluateHandle((bytes) => {
        const transfer = new DataTransfer();
        transfer.items.add(new File([new Uint8Array(bytes)], "paket.asice"));
        return transfer;
      }, [...genuine]);
      await page.dispatchEvent("#drop", "drop", { dataTransfer: data });
      await untilFocused(page.locator("#outcome"));
      expect(await page.locator("#outcome").innerText()).toContain("Hält gegen");
    });

    it("a printed result has the result, and no form", async () => {
      await choose(genuine);
      await check();
      await untilFocused(page.locator("#outcome"));
      await page.emulateMedia({ media: "print" });
      expect(await page.locator("form").isVisible()).toBe(false);
      expect(await page.locator("#outcome").isVisible()).toBe(true);
      await look(page, "verify-print");
    });
  },
);
