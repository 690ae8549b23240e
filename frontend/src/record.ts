/** What the server is asked. Every answer comes from the record; nothing is asked of anybody else. */

/** The record does not say it: `status` is that of HTTP, 404 for what is not there. */
export class Refused extends Error {
  constructor(
    message: string,
    readonly status: number,
  ) {
    super(message);
  }
}

/** Says that the page asks: it is told in a header what is refused, for browsers write other refusals on the console. */
const ASKING = { "x-according-page": "1" };

/** Ask for something; of a plain object what is empty is left out, of parameters nothing is. */
export async function ask<T>(path: string, query: URLSearchParams | Record<string, string | number | undefined | null> = {}): Promise<T> {
  const said = query instanceof URLSearchParams ? [...query] : Object.entries(query).filter(([, value]) => value !== undefined && value !== null && value !== "");
  const search = new URLSearchParams(said.map(([name, value]) => [name, String(value)]));
  return answer(await fetch(`/api/${path}${search.size ? `?${search}` : ""}`, { headers: ASKING }));
}

export async function tell<T>(path: string, body: object): Promise<T> {
  const headers = { ...ASKING, "content-type": "application/json" };
  return answer(await fetch(`/api/${path}`, { method: "POST", headers, body: JSON.stringify(body) }));
}

async function answer<T>(response: Response): Promise<T> {
  const status = Number(response.headers.get("x-according-refused") ?? response.status);
  const text = await response.text();
  if (status < 400) return (text ? JSON.parse(text) : null) as T;
  throw new Refused(reason(text) || `HTTP ${status}`, status);
}

/** What a refusal says, in the words of the record where they are its own. */
function reason(text: string): string {
  try {
    const told = JSON.parse(text) as { error?: string };
    return told.error ?? "";
  } catch {
    return text;
  }
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

/** What was read, in few words. */
export interface Paper {
  id: string;
  uri: string;
  media_type: string;
  encoding: string;
  characters: number;
  articles: number;
  notices: number;
}

/** A problem with what was read. */
export interface Notice {
  uri: string;
  kind: string;
  message: string;
  lost: boolean;
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
