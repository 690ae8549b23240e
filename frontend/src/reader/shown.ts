import type { Article, Span } from "../record";
import { day, kind, known, measures, number, say, typed, unit, type Word } from "../words/index.svelte";
import { kept } from "./correcting";

/** What kinds of findings a reader can show and hide. */
export const LAYERS = ["statement", "figure", "event", "date", "commitment", "name"] as const;
export type Layer = (typeof LAYERS)[number];

/** A finding in the margin: what it says in few words, how sure, and why. */
export interface Finding {
  id: string;
  layer: Layer;
  spans: Span[];
  label: string;
  detail: string[];
  confidence: number | null;
  reason: string;
  /** Whose words they are, for statements: an id that is the same for one speaker. */
  speaker: string | null;
  entity: string | null;
  /** What a person can put right, as it is held now. */
  held: Record<string, string>;
}

interface Mention {
  id: string;
  span: Span;
  text: string;
  form: string;
  confidence: number;
  reason: string;
}

export interface Shown extends Article {
  text: string;
  sentences: Span[];
  entities: { entity: string; kind: string; name: string; mentions: Mention[] }[];
  statements: {
    id: string; speaker: string | null; speaker_name: string | null; speaker_text: string | null; content_spans: Span[]; cue_span: Span;
    manner: string; certainty: string; confidence: number; reason: string; via_name: string | null;
  }[];
  figures: {
    id: string; span: Span; text: string; value: number | null; low: number | null; high: number | null; qualifier: string; unit: string | null;
    what: string | null; claimant_name: string | null; claimant_text: string | null; date: string | null; confidence: number; reason: string;
  }[];
  events: {
    id: string; trigger_span: Span; text: string; root: string; mode: string | null; source_names: string[]; target_names: string[]; source_text: string | null;
    target_text: string | null; status: string; date: string | null; place_name: string | null; reported_name: string | null; confidence: number; reason: string;
  }[];
  dates: { id: string; span: Span; text: string; value: string | null; confidence: number; reason: string }[];
  commitments: {
    id: string; span: Span; what: string; what_span: Span; by_names: (string | null)[]; to_names: (string | null)[]; by_text: string | null; to_text: string | null; due: string | null;
    status: string; now: string; agreement: string | null; reported_name: string | null; confidence: number; reason: string;
  }[];
  /** What the article calls the agreements that it names. */
  agreements: string[];
  url: string | null;
  evidence: { field: string; span: Span | null; reason: string }[];
  translated_from: string | null;
}

/** All findings of an article, in the order in which they stand. */
export function findings(shown: Shown): Finding[] {
  const all: Finding[] = [
    ...shown.statements.map((each): Finding => ({
      id: each.id, layer: "statement", spans: [...each.content_spans], confidence: each.confidence, reason: each.reason,
      label: each.speaker_name ?? each.speaker_text ?? say("somebody"),
      detail: [known("manner", each.manner), each.certainty === "certain" ? "" : known("certainty", each.certainty), each.via_name ? `${say("via")} ${each.via_name}` : ""].filter(Boolean),
      speaker: each.speaker ?? each.speaker_name ?? each.speaker_text ?? "?", entity: each.speaker, held: { who: each.speaker_name ?? each.speaker_text ?? "", manner: each.manner },
    })),
    ...shown.figures.map((each): Finding => ({
      id: each.id, layer: "figure", spans: [each.span], confidence: each.confidence, reason: each.reason,
      label: measure(each), detail: [each.what ?? "", each.claimant_name ?? each.claimant_text ? `${say("saysSo")} ${each.claimant_name ?? each.claimant_text}` : "", each.date ? day(each.date) : ""].filter(Boolean),
      speaker: null, entity: null,
      held: {
        value: written(each.value ?? each.low), high: written(each.value === null ? each.high : null), unit: each.unit ?? "", what: each.what ?? "", qualifier: each.qualifier,
        who: each.claimant_name ?? each.claimant_text ?? "",
      },
    })),
    ...shown.events.map((each): Finding => ({
      id: each.id, layer: "event", spans: [each.trigger_span], confidence: each.confidence, reason: each.reason,
      label: `${kind(each.root, each.mode)} · ${say(`status_${each.status}` as Word)}`,
      detail: [`${sides(each.source_names, each.source_text)} → ${sides(each.target_names, each.target_text)}`, each.place_name ?? "", each.date ? day(each.date) : "",
        each.reported_name ? `${say("saysSo")} ${each.reported_name}` : ""].filter(Boolean),
      speaker: null, entity: null,
      held: {
        source: sides(each.source_names, each.source_text, ""), target: sides(each.target_names, each.target_text, ""), root: each.root, status: each.status, date: each.date ?? "",
        place: each.place_name ?? "", who: each.reported_name ?? "",
      },
    })),
    ...shown.dates.map((each): Finding => ({
      id: each.id, layer: "date", spans: [each.span], confidence: each.confidence, reason: each.reason, label: each.value ? day(each.value) : say("open"), detail: [], speaker: null, entity: null,
      held: { date: each.value ?? "" },
    })),
    ...shown.commitments.map((each): Finding => ({
      id: each.id, layer: "commitment", spans: [each.what_span], confidence: each.confidence, reason: each.reason,
      label: `${say("commitment")} · ${say(kept(each.now))}`,
      detail: [`${sides(each.by_names, each.by_text)} → ${sides(each.to_names, each.to_text)}`, each.agreement ?? "", each.due ? `${say("agreeDue")} ${day(each.due)}` : "",
        each.reported_name ? `${say("saysSo")} ${each.reported_name}` : ""].filter(Boolean),
      speaker: null, entity: null,
      held: {
        source: sides(each.by_names, each.by_text, ""), target: sides(each.to_names, each.to_text, ""), status: each.status, date: each.due ?? "", who: each.reported_name ?? "",
      },
    })),
    ...shown.entities.flatMap((entity) =>
      entity.mentions.map((each): Finding => ({
        id: each.id, layer: "name", spans: [each.span], confidence: each.confidence, reason: each.reason, label: entity.name,
        detail: [say(`oneKind_${entity.kind}` as Word)], speaker: null, entity: entity.entity, held: { place: entity.name },
      })),
    ),
  ];
  return all.sort((one, other) => (one.spans[0]?.[0] ?? 0) - (other.spans[0]?.[0] ?? 0));
}

function sides(names: (string | null)[], text: string | null, nobody = "?"): string {
  const known = names.filter(Boolean);
  return known.length ? known.join(", ") : (text ?? nobody);
}

/** A number as it stands in a field; empty for none. */
function written(value: number | null): string {
  return value === null ? "" : typed(value);
}

const SIGNS: Record<string, string> = { about: "≈ ", "at least": "≥ ", "at most": "≤ ", "more than": "> ", "less than": "< " };

function measure(figure: Shown["figures"][number]): string {
  const value = figure.value === null ? `${number(figure.low ?? 0)}–${number(figure.high ?? 0)}` : number(figure.value);
  return `${SIGNS[figure.qualifier] ?? ""}${value}${figure.unit && (!figure.what || measures(figure.unit)) ? ` ${unit(figure.unit, figure.value ?? figure.high ?? 0)}` : ""}`.trimEnd();
}
