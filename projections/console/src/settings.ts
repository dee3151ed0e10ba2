/** Where the console finds its neighbours; served by the same origin, so one build fits every installation. */
export type Settings = { issuer: string; clientId: string; ledgerBridge: string };

/** @throws Error where the settings cannot be fetched or lack a value */
export async function loadSettings(): Promise<Settings> {
  const response = await fetch("/console-settings.json", { headers: { accept: "application/json" } });
  if (!response.ok) throw new Error(`console-settings.json answered ${response.status}`);
  const { issuer, clientId, ledgerBridge } = (await response.json()) as Partial<Settings>;
  if (issuer === undefined || clientId === undefined || ledgerBridge === undefined) throw new Error("console-settings.json lacks a value");
  return { issuer, clientId, ledgerBridge: ledgerBridge.replace(/\/$/, "") };
}
