import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import axe, { type AxeResults } from "axe-core";
import { type Browser, chromium, type Locator, type Page } from "playwright-core";
import { expect } from "vitest";

export const DESK = { width: 1280, height: 900 };
export const PHONE = { width: 360, height: 740 };

const PICTURES = join(import.meta.dirname, "../target/pictures");

export function launch(): Promise<Browser> {
  return chromium.launch({
    executablePath: process.env["CHROMIUM"] ?? "/usr/bin/chromium",
    args: [
      "--no-sandbox",
      "--disable-gpu",
      "--disable-quic",
      "--no-first-run",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
    ],
  });
}

/** Presses Tab until the element has the focus; a person without a mouse has no other way to it. */
export async function tabTo(page: Page, wanted: Locator): Promise<void> {
  await wanted.waitFor();
  for (let presses = 0; presses < 200; presses++) {
    if (await wanted.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press("Tab");
  }
  throw new Error(`not reachable by keyboard: ${wanted.toString()}`);
}

/** A screen moves the focus once it is drawn, which may be a moment after it can be seen. */
export async function untilFocused(wanted: Locator): Promise<void> {
  await expect.poll(() => wanted.evaluate((element) => element === document.activeElement), { timeout: 10_000 }).toBe(true);
}

export async function typeInto(page: Page, field: Locator, text: string): Promise<void> {
  await tabTo(page, field);
  await page.keyboard.press("ControlOrMeta+A");
  await page.keyboard.type(text);
}

export async function pressOn(page: Page, wanted: Locator): Promise<void> {
  await tabTo(page, wanted);
  await page.keyboard.press("Enter");
}

/** From the console's sign-in screen through the identity provider's form, whoever serves it, and back. */
export async function signInAt(page: Page, address: string, person: { username: string; password: string }): Promise<void> {
  await page.goto(address);
  await pressOn(page, page.getByRole("button", { name: "Anmelden" }));
  await typeInto(page, page.locator("[name=username]"), person.username);
  await typeInto(page, page.locator("[name=password]"), person.password);
  await page.keyboard.press("Enter");
  await page.getByRole("button", { name: "Abmelden" }).waitFor();
}

/** No axe finding of any impact, and nothing wider than the window. A picture of the screen is kept beside. */
export async function look(page: Page, name: string): Promise<void> {
  await mkdir(PICTURES, { recursive: true });
  await page.screenshot({ path: join(PICTURES, `${name}.png`), fullPage: true });
  await page.evaluate(axe.source);
  const results = await page.evaluate(() => (window as unknown as { axe: { run: () => Promise<AxeResults> } }).axe.run());
  const findings = results.violations.map(
    ({ id, impact, nodes }) => `${id} (${impact ?? "?"}): ${nodes.map(({ html }) => html).join(" | ")}`,
  );
  expect(findings, name).toEqual([]);
  expect(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth), `${name} is not wider than its window`).toBe(
    true,
  );
}
