/** Happenings as the record tells them, and how they are said in words. */
import type { Word } from "../words/index.svelte";

export const STATUSES = ["happened", "ongoing", "planned", "threatened", "demanded", "denied", "hypothetical"] as const;
export type Status = (typeof STATUSES)[number];

export interface Account {
  id: string;
  number: number;
  outlet: string | null;
  published: string | null;
  sentence: string;
  status: Status;
  reported_name: string | null;
  reported_text: string | null;
  source_text: string | null;
  target_text: string | null;
}

export interface Happening {
  id: string;
  root: string;
  mode: string | null;
  status: Status;
  date: string | null;
  told: string | null;
  origins: number;
  voices: number;
  source_names: (string | null)[];
  target_names: (string | null)[];
  place: string | null;
  place_name: string | null;
  accounts: Account[];
}

export interface Density {
  unit: "year" | "month" | "day";
  first: string | null;
  last: string | null;
  bins: { start: string; counts: Partial<Record<Status, number>>; roots: [string, number][] }[];
  total: number;
  before: number;
  after: number;
  undated: number;
  wide: number;
  roots: [string, number][];
  statuses: [Status, number][];
}

/** Statuses of what is told as fact. */
export const FACT: readonly Status[] = ["happened", "ongoing"];

/** Statuses that are drawn alike: what is told as fact, what is not (yet), what is denied. */
export const GROUPS: { name: Word; mark: string; of: readonly Status[] }[] = [
  { name: "tlTook", mark: "took", of: FACT },
  { name: "tlNotYet", mark: "notyet", of: ["planned", "threatened", "demanded", "hypothetical"] },
  { name: "tlDenied", mark: "denied", of: ["denied"] },
];

const LENGTH = { year: 4, month: 7, day: 10 } as const;

/** Every year, month or day from the first to the last. */
export function steps(unit: Density["unit"], first: string, last: string): string[] {
  const [year = 0, month = 1] = first.split("-").map(Number);
  const at = new Date(Date.UTC(year, unit === "year" ? 0 : month - 1, unit === "day" ? Number(first.slice(8) || 1) : 1));
  const end = `${last.slice(0, LENGTH[unit])}~`;
  const found: string[] = [];
  for (;;) {
    const name = at.toISOString().slice(0, LENGTH[unit]);
    if (name > end || found.length > 2000) return found;
    found.push(name);
    if (unit === "year") at.setUTCFullYear(at.getUTCFullYear() + 1);
    else if (unit === "month") at.setUTCMonth(at.getUTCMonth() + 1);
    else at.setUTCDate(at.getUTCDate() + 1);
  }
}

/** The year, month or day that is `by` after another (before it, below 0); as closely as the other is given. */
export function beside(of: string | null, by: number): string | null {
  if (!of) return null;
  const [year = 0, month = 1, day = 1] = of.split("-").map(Number);
  const at = new Date(0);
  at.setUTCFullYear(year + (of.length === LENGTH.year ? by : 0), month - 1 + (of.length === LENGTH.month ? by : 0), day + (of.length === LENGTH.day ? by : 0));
  return at.toISOString().slice(0, of.length);
}

/** Who says that it is not so, as far as somebody is named. */
export function deniers(accounts: Account[]): string[] {
  const denying = accounts.filter((each) => each.status === "denied");
  return [...new Set(denying.flatMap((each) => each.reported_name ?? each.reported_text ?? each.outlet ?? []))];
}

export function outlets(accounts: Account[]): number {
  return new Set(accounts.map((each) => each.outlet ?? `#${each.number}`)).size;
}

/** Who takes part: those the record knows, else the words that stand there. */
export function party(names: readonly (string | null)[], accounts: Account[], side: "source_text" | "target_text"): string | null {
  const known = names.filter((each): each is string => each !== null);
  if (known.length) return known.join(", ");
  return accounts.map((each) => each[side]).find((each) => each) ?? null;
}
