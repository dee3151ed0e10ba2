export type Language = "de" | "en";

const LOCALES: Record<Language, string> = { de: "de-DE", en: "en-GB" };
const NO_BREAK = "\u00a0";

/** Whole grams as tonnes from one tonne on, as kilograms below; exact to the gram. */
export function mass(grams: number, language: Language): string {
  const [value, unit, digits] = Math.abs(grams) >= 1_000_000 ? ([grams / 1_000_000, "t", 6] as const) : ([grams / 1_000, "kg", 3] as const);
  return new Intl.NumberFormat(LOCALES[language], { maximumFractionDigits: digits }).format(value) + NO_BREAK + unit;
}

/** Date and time of day in Germany, to the minute; text that is no time comes back as it is. */
export function moment(instant: string, language: Language): string {
  return inBerlin(instant, language, { day: "2-digit", month: "2-digit", year: "numeric", hour: "2-digit", minute: "2-digit" });
}

/** Date in Germany. */
export function day(instant: string, language: Language): string {
  return inBerlin(instant, language, { day: "2-digit", month: "2-digit", year: "numeric" });
}

function inBerlin(instant: string, language: Language, parts: Intl.DateTimeFormatOptions): string {
  const date = new Date(instant);
  if (Number.isNaN(date.getTime())) return instant;
  return new Intl.DateTimeFormat(LOCALES[language], { ...parts, timeZone: "Europe/Berlin" }).format(date);
}

/** `170503` or `17 05 03*` as `17 05 03*`; the asterisk stands for hazardous. Anything else comes back as it is. */
export function wasteCode(code: string, hazardous = code.endsWith("*")): string {
  const digits = /^(\d{2}) ?(\d{2}) ?(\d{2})\*?$/.exec(code);
  if (digits === null) return code;
  return [digits[1], digits[2], digits[3]].join(NO_BREAK) + (hazardous ? "*" : "");
}
