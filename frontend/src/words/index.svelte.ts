import { written } from "./day";
import { en } from "./en";
import { fr } from "./fr";
import { fr as inFrench } from "./record/fr";
import { officeIn, retold, type Sayings } from "./record/retold";

export type Word = keyof typeof en;

const tongues = { en, fr } as const;
export type Tongue = keyof typeof tongues;

/** What the record says, which is English, in the other languages of the page. */
const sayings: Partial<Record<Tongue, Sayings>> = { fr: inFrench };

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

/** Days and months as the record writes them, and what lies between two. */
const DATES = /(?<![\d-])\d{4}-\d\d(?:-\d\d)?(?:\/\d{4}-\d\d(?:-\d\d)?)?(?![\d-])/g;

/** Why a place is taken to be meant: which, how probably, and whether that is enough. */
const PLACE = /^place:[^,]+, [01]\.\d+(: not sure enough)?$/;

/** What the page says. */
export function say(word: Word): string {
  return tongues[tongue][word];
}

/** How the reader's own country writes the language of the page. */
function locale(): string {
  return navigator.languages.find((each) => each.split("-")[0] === tongue) ?? { en: "en-GB", fr: "fr-FR" }[tongue];
}

/** A number as the reader writes it. */
export function number(value: number): string {
  return new Intl.NumberFormat(locale()).format(value);
}

/** A number as the reader types it: with her sign before decimals, and nothing between thousands. */
export function typed(value: number): string {
  return new Intl.NumberFormat(locale(), { useGrouping: false, maximumFractionDigits: 20 }).format(value);
}

/** The number that a reader typed; null when it is none, or may be two: "1.200" where that is not how she writes either. */
export function read(written: string): number | null {
  const signs = new Intl.NumberFormat(locale()).formatToParts(1234567.8);
  const [point = "", between = ""] = ["decimal", "group"].map((type) => signs.find((each) => each.type === type)?.value);
  const plain = written.replace(/[\s'’]/g, "").replace(/^[−–]/, "-");
  const found = new Set([".", ","].map((each) => valued(plain, each)).filter((each) => each !== null));
  if (found.size > 1) return [...plain.replace(/[-\d]/g, "")].every((each) => each === point || each === between) ? valued(plain, point) : null;
  return [...found][0] ?? null;
}

/** The value of digits with this sign before decimals, and perhaps the other one between thousands (in India, hundreds of thousands). */
function valued(digits: string, point: string): number | null {
  const [decimals, between] = point === "." ? ["\\.", ","] : [",", "\\."];
  const form = new RegExp(`^-?(?:\\d+|[1-9]\\d{0,2}(?:${between}\\d{2,3})*${between}\\d{3})(?:${decimals}\\d+)?$`);
  return form.test(digits) ? Number(digits.replaceAll(point === "." ? "," : ".", "").replace(point, ".")) : null;
}

/** A number with what is counted, in the right form. */
export function counted(value: number, one: Word, many: Word): string {
  return `${number(value)} ${say(new Intl.PluralRules(tongue).select(value) === "one" ? one : many)}`;
}

/** What kind of event: as closely as it is known. */
export function kind(root: string, mode: string | null = null): string {
  const close = `mode_${root}_${mode?.replaceAll("-", "_")}`;
  return close in tongues[tongue] ? say(close as Word) : say(`root_${root}` as Word);
}

/** A word that may be one of those the page has in its language; else itself, with spaces. */
export function known(sort: "manner" | "certainty" | "mark" | "field", value: string): string {
  const name = `${sort}_${value.replaceAll("-", "_")}`;
  return name in tongues[tongue] ? say(name as Word) : value.replaceAll("-", " ");
}

const MEASURES: Record<string, string> = {
  year: "year", month: "month", week: "week", day: "day", hour: "hour", minute: "minute", second: "second",
  km: "kilometer", m: "meter", cm: "centimeter", mm: "millimeter", mile: "mile", foot: "foot", yard: "yard", inch: "inch",
  kg: "kilogram", g: "gram", l: "liter", ha: "hectare", acre: "acre", degree: "degree",
};

/** A unit by its name in the language of the page, in the form for that many; empty for persons, who are only counted. */
export function unit(name: string | null, value: number): string {
  if (!name || name === "person") return "";
  if (name === "percent") return "%";
  if (/^[A-Z]{3}$/.test(name)) return new Intl.DisplayNames(tongue, { type: "currency" }).of(name) ?? name;
  const measure = MEASURES[name];
  const word = `unit_${name.replaceAll(" ", "_")}`;
  if (!measure && word in tongues[tongue]) return say(word as Word).split("|")[new Intl.PluralRules(tongue).select(value) === "one" ? 0 : 1] ?? name;
  if (!measure) return name;
  const parts = new Intl.NumberFormat(tongue, { style: "unit", unit: measure, unitDisplay: "long" }).formatToParts(value);
  return parts.find((each) => each.type === "unit")?.value ?? name;
}

/** Whether a unit measures; others are only what is counted, in the dictionary's form. */
export function measures(name: string): boolean {
  return name in MEASURES || `unit_${name.replaceAll(" ", "_")}` in tongues.en || name === "percent" || /^[A-Z]{3}$/.test(name) || !/^[\p{L} '-]{3,}$/u.test(name);
}

function called(code: string, type: "language" | "region"): string {
  try {
    return new Intl.DisplayNames(tongue, { type }).of(code) ?? code;
  } catch {
    return code;
  }
}

/** A language by its name in the language of the page. */
export function language(code: string | null | undefined): string {
  return code && code !== "und" ? called(code, "language") : say("ovNotKnown");
}

/** An office (`prime-minister@AM`) in words. */
export function office(text: string): string {
  const [what = "", where] = text.split("@");
  const language = sayings[tongue];
  return `${(language && officeIn(what, language)) ?? what.replaceAll("-", " ")}${where ? `, ${/^[A-Z]{2}$/.test(where) ? called(where, "region") : where}` : ""}`;
}

/** What the record says of its own (a reason, a notice, what accounts differ in) in the language of the page. */
export function reason(text: string): string {
  const act = (code: string): string | undefined => (`act_${code}` in tongues[tongue] ? say(`act_${code}` as Word) : undefined);
  const language = sayings[tongue];
  const place = PLACE.exec(text);
  if (place) return say(place[1] ? "reasonPlaceUnsure" : "reasonPlace");
  const said = language ? retold(text, language, { day, office, act }) : text.replace(DATES, (date) => day(date));
  return said.replace(/[a-z]+(?:-[a-z]+)*@[A-Z]{2}\b/g, office);
}

/** What went wrong, or why the record refuses: in the language of the page, where the record says it. */
export function refusal(error: unknown): string {
  const text = error instanceof Error ? error.message : String(error);
  const language = sayings[tongue];
  return language ? retold(text, language, { day, office, act: () => undefined }) : text;
}

/** What an account of a difference says: a day, or what it comes to in a few words, of which figures are as they stand there. */
export function account(says: string, differs: string | undefined): string {
  if (differs === "date") return day(says);
  return differs === "figure" || differs === "place" ? says : reason(says);
}

/** From one day, month or year to another. */
export function days(from: string | null, to: string | null): string {
  return from && to && from !== to ? day(from.includes("/") || to.includes("/") ? `${from.split("/")[0]}/${to.split("/").at(-1)}` : `${from}/${to}`) : day(from ?? to);
}

/** A day, month or year or what lies between two (EDTF) as the reader writes it; what it does not know stays as it is. */
export function day(value: string | null): string {
  if (!value) return say("undated");
  const of = (part: string): string | undefined => (`part_${part}` in tongues[tongue] ? say(`part_${part}` as Word) : undefined);
  return written(value, { of, locale: locale() });
}
