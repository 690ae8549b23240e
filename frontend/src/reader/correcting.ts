import { read, type Word } from "../words/index.svelte";
import type { Layer } from "./shown";

/** A field in which a person says what is right: `held` is under which name the finding has it now. */
export interface Field {
  name: string;
  held: string;
  word: Word;
  number?: boolean;
  /** Whom or what the article names; `several`: separated by commas. */
  named?: boolean;
  several?: boolean;
  /** Which of the agreements that the article names. */
  pact?: boolean;
  choices?: [string, Word][];
}

/** What is said in one go. */
export interface Group {
  verdict: string;
  fields: Field[];
}

export const ROOTS = ["AGREE", "CONSULT", "SUPPORT", "COOPERATE", "AID", "CONCEDE", "RETREAT", "REQUEST", "ACCUSE", "REJECT", "THREATEN", "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT"];
export const STATUSES = ["happened", "ongoing", "planned", "threatened", "demanded", "denied", "hypothetical"];
export const MANNERS = ["say", "accuse", "criticize", "deny", "confirm", "welcome", "threaten", "warn", "promise", "demand", "propose", "estimate", "expect", "ask"];
export const QUALIFIERS = ["exact", "about", "at least", "at most", "more than", "less than", "forecast"];
export const KINDS = ["place", "person", "organization", "state", "other"];
export const KEPT = ["promised", "reported done", "reported broken", "disputed", "unclear"];

/** What became of a promise, in words. */
export const kept = (status: string): Word => `kept_${status.replaceAll(" ", "_")}` as Word;

const choices = (all: string[], word: (each: string) => string): [string, Word][] => all.map((each) => [each, word(each) as Word]);
const who = (word: Word): Group => ({ verdict: "speaker", fields: [{ name: "name", held: "who", word, named: true }] });
const between = (source: Word, target: Word): Group => ({
  verdict: "parties",
  fields: [
    { name: "source", held: "source", word: source, named: true, several: true },
    { name: "target", held: "target", word: target, named: true, several: true },
  ],
});
const where: Group = { verdict: "place", fields: [{ name: "name", held: "place", word: "rePlace", named: true }] };

const ALL: Record<Layer, Group[]> = {
  statement: [who("reSpeaker"), { verdict: "value", fields: [{ name: "manner", held: "manner", word: "reManner", choices: choices(MANNERS, (each) => `manner_${each}`) }] }],
  figure: [
    {
      verdict: "value",
      fields: [
        { name: "value", held: "value", word: "reValue", number: true },
        { name: "high", held: "high", word: "reTo", number: true },
        { name: "qualifier", held: "qualifier", word: "reQualifier", choices: choices(QUALIFIERS, (each) => `qualifier_${each.replaceAll(" ", "_")}`) },
        { name: "unit", held: "unit", word: "reUnit" },
        { name: "what", held: "what", word: "reThing" },
      ],
    },
    who("reClaimant"),
  ],
  event: [
    between("reSource", "reTarget"),
    {
      verdict: "value",
      fields: [
        { name: "root", held: "root", word: "reRoot", choices: choices(ROOTS, (each) => `root_${each}`) },
        { name: "status", held: "status", word: "reStatus", choices: choices(STATUSES, (each) => `status_${each}`) },
        { name: "date", held: "date", word: "reDate" },
      ],
    },
    where,
    who("reReporter"),
  ],
  date: [{ verdict: "value", fields: [{ name: "date", held: "date", word: "reDate" }] }],
  name: [where],
  commitment: [
    between("reBy", "reToWhom"),
    {
      verdict: "value",
      fields: [
        { name: "status", held: "status", word: "agreeStatus", choices: choices(KEPT, kept) },
        { name: "date", held: "date", word: "reDue" },
      ],
    },
    who("reReporter"),
  ],
};

/** What can be said of a finding beyond right and wrong. */
export function groups(layer: Layer): Group[] {
  return ALL[layer];
}

/** What a person has changed in the fields of a group, as the record takes it; null where a number cannot be read. */
export function said(group: Group, typed: Record<string, string>, held: Record<string, string>): Record<string, unknown> | null {
  const changed = group.fields.filter((field) => (typed[field.held] ?? "").trim() !== (held[field.held] ?? ""));
  const found: Record<string, unknown> = {};
  for (const field of changed.filter((each) => !each.number)) {
    const value = (typed[field.held] ?? "").trim();
    if (field.several) found[field.name] = value.split(/[,;،]/).map((each) => each.trim()).filter(Boolean);
    else if (value || field.name === "unit" || field.name === "what") found[field.name] = value;
  }
  if (changed.some((field) => field.number)) {
    const written = ["value", "high"].map((each) => (typed[each] ?? "").trim());
    const [low, high] = written.map((each) => (each ? read(each) : null));
    if ([low, high].some((each, at) => each === null && written[at])) return null;
    Object.assign(found, high === null ? { value: low } : { low, high });
  }
  return found;
}

/** What a person says of a finding that she adds. */
export const ADDED: Record<Layer, Group> = {
  statement: { verdict: "added", fields: [...ALL.statement[0]!.fields, ...ALL.statement[1]!.fields] },
  figure: { verdict: "added", fields: [...ALL.figure[0]!.fields, ...ALL.figure[1]!.fields] },
  event: { verdict: "added", fields: [...ALL.event[1]!.fields, ...ALL.event[0]!.fields] },
  date: ALL.date[0]!,
  commitment: {
    verdict: "added",
    fields: [...ALL.commitment[0]!.fields, ...ALL.commitment[1]!.fields, { name: "agreement", held: "agreement", word: "rePact", pact: true }, ...ALL.commitment[2]!.fields],
  },
  name: {
    verdict: "added",
    fields: [
      { name: "name", held: "who", word: "reWhoOrWhat", named: true },
      { name: "kind", held: "kind", word: "reSort", choices: choices(KINDS, (each) => `oneKind_${each}`) },
    ],
  },
};

/** What stands in the fields of what is added before anything is written there. */
export function plain(layer: Layer): Record<string, string> {
  return { manner: "say", qualifier: "exact", root: "ASSAULT", status: layer === "commitment" ? "promised" : "happened", kind: "place" };
}
