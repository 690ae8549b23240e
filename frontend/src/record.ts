/** What the server is asked. Every answer comes from the record; nothing is asked of anybody else. */

export class Refused extends Error {}

export async function ask<T>(path: string, query: Record<string, string | number | undefined | null> = {}): Promise<T> {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) if (value !== undefined && value !== null && value !== "") search.append(name, String(value));
  return answer(await fetch(`/api/${path}${search.size ? `?${search}` : ""}`));
}

export async function tell<T>(path: string, body: object): Promise<T> {
  const headers = { "content-type": "application/json" };
  return answer(await fetch(`/api/${path}`, { method: "POST", headers, body: JSON.stringify(body) }));
}

async function answer<T>(response: Response): Promise<T> {
  if (response.ok) return (await response.json()) as T;
  const told = (await response.json().catch(() => null)) as { error?: string } | null;
  throw new Refused(told?.error ?? (await response.text().catch(() => "")) ?? response.statusText);
}

export type Span = [number, number];

export interface Article {
  id: string;
  number: number;
  uri: string;
  document: string;
  span: Span;
  title: string | null;
  title_span: Span | null;
  outlet: string | null;
  agency: string | null;
  author: string | null;
  published: string | null;
  published_basis: "stated" | "inferred" | null;
  language: string | null;
  translated: boolean;
  boilerplate: { span: Span; kind: string; reason: string }[];
  origin: string | null;
  story: string | null;
}

export interface Status {
  documents: number;
  articles: number;
  first: string | null;
  last: string | null;
  languages: [string | null, number][];
  outlets: [string | null, number][];
  entities: [string, number][];
  notices: number;
  lost: number;
}

export interface Hit extends Article {
  score: number;
  snippet: string;
  highlights: Span[];
}
