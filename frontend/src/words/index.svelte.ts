import { en } from "./en";
import { fr } from "./fr";

export type Word = keyof typeof en;

const tongues = { en, fr } as const;
export type Tongue = keyof typeof tongues;

const kept = localStorage.getItem("language");
let tongue = $state<Tongue>(kept === "en" || kept === "fr" ? kept : navigator.language.startsWith("fr") ? "fr" : "en");

/** The language of the page. */
export const speech = {
  get tongue(): Tongue {
    return tongue;
  },
  set tongue(chosen: Tongue) {
    tongue = chosen;
    localStorage.setItem("language", chosen);
  },
};

/** What the page says. */
export function say(word: Word): string {
  return tongues[tongue][word];
}

/** A number as the reader writes it. */
export function number(value: number): string {
  return new Intl.NumberFormat(tongue).format(value);
}

/** A number with what is counted, in the right form. */
export function counted(value: number, one: Word, many: Word): string {
  return `${number(value)} ${say(new Intl.PluralRules(tongue).select(value) === "one" ? one : many)}`;
}

/** A language by its name in the language of the page. */
export function language(code: string | null): string {
  if (!code) return say("ovNotKnown");
  try {
    return new Intl.DisplayNames(tongue, { type: "language" }).of(code) ?? code;
  } catch {
    return code;
  }
}

/** A day, month or year (EDTF) as the reader writes it; what it does not know stays as it is. */
export function day(value: string | null): string {
  const parts = value?.match(/^(\d{4})(?:-(\d\d))?(?:-(\d\d))?$/);
  if (!value || !parts) return value ?? say("undated");
  const [, year, month, date] = parts;
  const moment = new Date(Date.UTC(Number(year), Number(month ?? 1) - 1, Number(date ?? 1)));
  const shown: Intl.DateTimeFormatOptions = { timeZone: "UTC", year: "numeric" };
  if (month) shown.month = "short";
  if (date) shown.day = "numeric";
  return new Intl.DateTimeFormat(tongue, shown).format(moment);
}
