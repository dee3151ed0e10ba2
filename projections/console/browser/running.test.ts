import { expect, it } from "vitest";
import { DESK, launch, look, PHONE, pressOn, signInAt } from "./keyboard";

const { WEGWEIS_CONSOLE_URL: address, WEGWEIS_CONSOLE_USER: username, WEGWEIS_CONSOLE_PASSWORD: password } = process.env;

/** Against a running Wegweis with at least one consignment that this person may see. */
it.skipIf(address === undefined || username === undefined || password === undefined).each([
  ["desk", DESK],
  ["phone", PHONE],
])(
  "the running system is used by keyboard at the %s (skipped where WEGWEIS_CONSOLE_URL, _USER, _PASSWORD do not name one)",
  async (size, viewport) => {
    const base = (address ?? "").replace(/\/$/, "");
    const browser = await launch();
    try {
      const page = await (await browser.newContext({ viewport, locale: "de-DE" })).newPage();
      await signInAt(page, base, { username: username ?? "", password: password ?? "" });
      const hits = page.locator("main a[href^='/vorgang/']");
      await hits.first().waitFor();
      await look(page, `running-${size}-1-search`);

      await pressOn(page, hits.first());
      await page.getByRole("heading", { name: "Schritte" }).waitFor();
      expect(await page.locator("main ol").count()).toBe(2);
      await look(page, `running-${size}-2-route`);

      const saving = page.waitForEvent("download");
      await pressOn(page, page.getByRole("button", { name: "Beweispaket herunterladen" }));
      expect((await saving).suggestedFilename()).toMatch(/\.asice$/);

      await page.goto(`${base}/?wasteCode=Boden`);
      await page.locator("#wasteCode-error").waitFor();
      await look(page, `running-${size}-3-wrong-field`);

      await pressOn(page, page.getByRole("button", { name: "Abmelden" }));
      await page.getByRole("button", { name: "Anmelden" }).waitFor();
      expect(page.url().startsWith(base)).toBe(true);
    } finally {
      await browser.close();
    }
  },
);
