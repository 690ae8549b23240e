/** What the record says in English sentences (titles of differences, reasons, notices), said in the language of the page. */

export interface Sayings {
  /** By what the record says: {words} stand for what comes there, [what may be missing] in brackets. */
  sayings: Record<string, string>;
  /** Words for {thing} and {label}, and for what is counted. */
  words: Record<string, string>;
  /** What stands between two reasons. */
  between: string;
  offices: {
    /** What an office has before or behind it; {office} and {of} stand for the rest. */
    former: string; acting: string; deputy: string; elect: string; minister: string; head: string; speaker: string; governor: string; chief: string;
    /** What an office is of: portfolios, organs. */
    of: Record<string, string>;
    known: Record<string, string>;
  };
}

/** How parts of a saying are said. */
export interface Parts {
  day: (value: string) => string;
  office: (code: string) => string;
  act: (code: string) => string | undefined;
}

interface Pattern {
  /** What is written between the parts, the first before all of them. */
  fixed: string[];
  names: string[];
  said: string;
}

const DATED = /^(.*) \((\d{4}[-\d/.~?%]*)\)$/s;
/** Parts that may hold several sentences or reasons. */
const LONG = new Set(["words", "error", "trouble", "advice", "what", "saved", "columns"]);
const OPTIONAL = /\[([^\]]*)\]/;
const made = new WeakMap<Sayings, Pattern[]>();

/** What a text of the record is in another language; itself where that has no saying for it. */
export function retold(text: string, language: Sayings, parts: Parts): string {
  const [, before, date] = DATED.exec(text) ?? [];
  if (before !== undefined && date !== undefined) {
    const said = whole(before, language, parts);
    return `${said ?? before} (${parts.day(date)})`;
  }
  return whole(text, language, parts) ?? pieces(text, "; ", language, parts);
}

/** A list of reasons, each of them said by itself. */
function pieces(text: string, between: string, language: Sayings, parts: Parts): string {
  const each = text.split(between);
  if (each.length === 1 && between === ", ") return counted(text, language, parts);
  return each.map((piece) => whole(piece, language, parts) ?? (between === "; " ? pieces(piece, ", ", language, parts) : counted(piece, language, parts))).join(between === "; " ? language.between : between);
}

/** "people killed": what is counted and what happened to it. */
function counted(text: string, { words }: Sayings, parts: Parts): string {
  if (words[text]) return words[text];
  const at = text.lastIndexOf(" ");
  const [thing, act] = [words[text.slice(0, at)], parts.act(text.slice(at + 1))];
  return at > 0 && thing && act ? `${thing} – ${act}` : text;
}

function whole(text: string, language: Sayings, parts: Parts): string | null {
  for (const pattern of patterns(language)) {
    const found = matched(text, pattern);
    if (found) return pattern.said.replace(/\{(\w+)\}/g, (_, name: string) => part(name, found.get(name) ?? "", language, parts));
  }
  return null;
}

function part(name: string, value: string, { words }: Sayings, parts: Parts): string {
  if (name === "date") return parts.day(value);
  if (name === "office") return parts.office(value);
  return name === "thing" || name === "label" || name === "other" ? (words[value] ?? value) : value;
}

/** What stands at the places of a pattern; null when the text is another one. One look from left to right, whatever the text. */
function matched(text: string, { fixed, names }: Pattern): Map<string, string> | null {
  const [first = "", ...rest] = fixed;
  if (!text.startsWith(first)) return null;
  const found = new Map<string, string>();
  let at = first.length;
  for (const [index, name] of names.entries()) {
    const next = rest[index] ?? "";
    const last = index === names.length - 1;
    const end = last ? (text.endsWith(next) ? text.length - next.length : -1) : text.indexOf(next, at + 1);
    if (end <= at) return null;
    const value = text.slice(at, end);
    if (!LONG.has(name) && value.includes("; ")) return null;
    found.set(name, value);
    at = end + next.length;
  }
  return at === text.length ? found : null;
}

function patterns(language: Sayings): Pattern[] {
  const known = made.get(language);
  if (known) return known;
  const all = Object.entries(language.sayings).flatMap(([english, said]) => variants(english, said));
  const found = all.map(([english, said]): Pattern => {
    const cut = english.split(/\{(\w+)\}/);
    return { fixed: cut.filter((_, at) => at % 2 === 0), names: cut.filter((_, at) => at % 2 === 1), said };
  });
  made.set(language, found);
  return found;
}

/** A saying with and without what may be missing; the fuller first. */
function variants(english: string, said: string): [string, string][] {
  if (!OPTIONAL.test(english)) return [[english, said.replace(/[[\]]/g, "")]];
  const name = /\{(\w+)\}/.exec(OPTIONAL.exec(english)?.[1] ?? "")?.[1];
  const own = [...said.matchAll(/\[([^\]]*)\]/g)].find((each) => !name || each[1]!.includes(`{${name}}`))?.[0];
  const keep = (text: string, piece: string | undefined): string => (piece ? text.replace(piece, () => piece.slice(1, -1)) : text);
  const drop = (text: string, piece: string | undefined): string => (piece ? text.replace(piece, "") : text);
  const piece = OPTIONAL.exec(english)?.[0];
  return [...variants(keep(english, piece), keep(said, own)), ...variants(drop(english, piece), drop(said, own))];
}

/** An office (`former-foreign-minister`) in words; null where the language has none for it. */
export function officeIn(code: string, language: Sayings): string | null {
  const { offices } = language;
  const known = offices.known[code];
  if (known) return known;
  for (const part of ["former", "acting", "deputy"] as const) {
    const rest = code.startsWith(`${part}-`) ? officeIn(code.slice(part.length + 1), language) : null;
    if (rest) return offices[part].replace("{office}", () => rest);
  }
  if (code.endsWith("-elect")) {
    const rest = officeIn(code.slice(0, -"-elect".length), language);
    return rest && offices.elect.replace("{office}", () => rest);
  }
  for (const [part, cut] of [["minister", /^(.+)-minister$/], ["head", /^head-of-(.+)$/], ["speaker", /^speaker-of-(.+)$/], ["governor", /^(.+)-governor$/], ["chief", /^(.+)-chief$/]] as const) {
    const of = offices.of[cut.exec(code)?.[1] ?? ""];
    if (of) return offices[part].replace("{of}", () => of);
  }
  return null;
}
