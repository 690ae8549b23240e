import type { Span } from "../record";
import type { Status } from "../timeline/happening";

/** Where something is told. */
export interface Source {
  number: number;
  article: string;
  outlet: string | null;
  published: string | null;
  language?: string | null;
}

export interface Headline {
  id: string; title: string; from: string | null; to: string | null; origins: number; articles: number; differences: number;
  outlets: string[]; languages: string[];
}

export interface Cell extends Source {
  origin: string; finding: string; sentence: string; says: string; who: string | null; entity: string | null; status: string | null; position: number | null;
  /** Of a figure in a difference, what it comes to. */
  range: { value: number | null; low: number | null; high: number | null; qualifier: string } | null;
}

export interface Line {
  kind: "difference" | "happening" | "figure" | "statement";
  group: Group;
  origins: number;
  cells: Cell[];
  /** Accounts that there are, of which the cells are the first. */
  accounts: number;
  /** Whether what is said alike stands in a difference. */
  disputed: boolean;
  /** Findings of the cells that say the same. */
  alike: string[];
  about?: string | null;
  act?: string | null;
  entity?: string | null;
  id?: string;
  differs?: string; series?: boolean; score?: number; reason?: string; verdict?: string | null;
  root?: string; mode?: string | null; date?: string | null; status?: string; source_names?: string[]; target_names?: string[]; place_name?: string | null;
}

export interface Member {
  number: number; id: string; title: string | null; outlet: string | null; published: string | null; language: string | null;
}

export const GROUPS = ["differs", "all", "several", "one"] as const;
/** How what is told of one thing stands to one another. */
export type Group = (typeof GROUPS)[number];

export interface Sides {
  id: string; title: string; from: string | null; to: string | null; origins: number; articles: number;
  /** The originals that are held against one another; of a long story they begin with the one at this place. */
  at: number;
  among: (Member & { origin: string })[];
  columns: { origin: string; members: Member[]; articles: number }[];
  lines: Line[];
  /** Lines of each group, and those that each original tells alone: more than are here at a time. */
  counts: Record<Group, number>;
  alone: Record<string, number>;
}

export interface Actor {
  id: string; kind: string; name: string; country: string | null; contested: boolean; articles: number; mentions: number;
}

export interface Profile extends Actor {
  names: Record<string, string[]>;
  wikidata: string | null;
  offices: { office: string; articles: number; first: string | null; last: string | null }[];
  may_be: { entity: string; name: string; score: number; reason: string }[];
  months: [string, number][];
}

export interface Tie {
  source: string; target: string; root: string; status: Status; count: number; first: string | null; last: string | null;
}

export interface Ties {
  centre: string; actors: Actor[]; ties: Tie[]; months: [string, string, number][];
}

export interface Statement extends Source {
  id: string; text: string; sentence: string; manner: string; speaker: string | null; speaker_name: string | null; via_name: string | null;
}

export interface Happening {
  id: string; root: string; mode: string | null; status: string; date: string | null; source_names: string[]; target_names: string[]; place_name: string | null; origins: number;
  accounts: (Source & { id: string; sentence: string; status: string; reported_by: string | null; reported_name: string | null })[];
}

export interface Thing {
  id: string; unit: string | null; words: string[]; figures: number;
}

export interface Figure extends Source {
  id: string; text: string; value: number | null; low: number | null; high: number | null; qualifier: string; unit: string | null; what: string | null;
  claimant: string | null; claimant_name: string | null; claimant_text: string | null; date: string | null; sentence: string; act: string | null;
}

export interface Commitment extends Source {
  id: string; span: Span; what: string; by_names: string[]; to_names: string[]; by_text: string | null; to_text: string | null; due: string | null; status: string; now: string;
  reported_by: string | null; reported_name: string | null; sentence: string;
  later: (Source & { status: string; reported_by: string | null; reported_name: string | null; sentence: string; reason: string })[];
}

export interface Agreement {
  id: string | null; kind: string | null; name: string | null; names: Record<string, number>; date: string | null; place: string | null; place_name: string | null;
  parties: string[]; party_names: string[]; mediators: string[]; mediator_names: string[];
  mentions: (Source & { text: string })[];
  commitments: Commitment[];
}
