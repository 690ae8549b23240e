import type { Finding, Shown } from "./shown";
import type { Span } from "../record";

/** A stretch of an article that the same findings cover from end to end. */
export interface Piece {
  start: number;
  text: string;
  findings: Finding[];
  noise: string | null;
}

/** A printed line, or several that a sentence runs over, with what is found in it. */
export interface Line {
  start: number;
  pieces: Piece[];
  /** What begins in this line: it stands in the margin. */
  begins: Finding[];
  /** What kind of thing the whole line is that is not the article, null when it is the article. */
  noise: string | null;
}

/**
 * Cut an article into lines and these into pieces.
 *
 * Positions are code points of the document, as everywhere; JavaScript counts in pairs, so that the text is taken apart
 * first. In a `mended` text a line break inside a sentence is a space.
 */
export function lines(shown: Shown, findings: Finding[], mended: boolean): Line[] {
  const offset = shown.span[0];
  const characters = Array.from(shown.text);
  if (mended) {
    for (const [start, end] of shown.sentences)
      for (let at = start - offset; at < end - offset - 1; at++)
        if (characters[at] === "\n" || characters[at] === "\r") characters[at] = " ";
  }
  const cuts = new Set<number>([0, characters.length]);
  const opening = new Map<number, Finding[]>();
  const closing = new Map<number, Finding[]>();
  const put = (map: Map<number, Finding[]>, at: number, finding: Finding): void => {
    map.set(at, [...(map.get(at) ?? []), finding]);
  };
  for (const finding of findings)
    for (const span of finding.spans) {
      const [start, end] = within(span, offset, characters.length);
      if (start >= end) continue;
      cuts.add(start).add(end);
      put(opening, start, finding);
      put(closing, end, finding);
    }
  const noise: (string | null)[] = new Array(characters.length).fill(null);
  // The headline stands above the article already.
  const headline = shown.title_span ? [{ span: shown.title_span, kind: "title" }] : [];
  for (const mark of [...headline, ...shown.boilerplate]) {
    const [start, end] = within(mark.span, offset, characters.length);
    cuts.add(start).add(end);
    noise.fill(mark.kind, start, end);
  }
  characters.forEach((character, at) => {
    if (character === "\n") cuts.add(at).add(at + 1);
  });

  const ordered = [...cuts].sort((one, other) => one - other);
  const found: Line[] = [];
  let line: Line = { start: offset, pieces: [], begins: [], noise: null };
  let open: Finding[] = [];
  for (let index = 0; index + 1 < ordered.length; index++) {
    const [start, end] = [ordered[index]!, ordered[index + 1]!];
    const closed = closing.get(start) ?? [];
    open = [...open.filter((each) => !closed.includes(each)), ...(opening.get(start) ?? [])];
    if (characters[start] === "\n") {
      found.push(line);
      line = { start: offset + start + 1, pieces: [], begins: [], noise: null };
      continue;
    }
    line.pieces.push({ start: offset + start, text: characters.slice(start, end).join(""), findings: open, noise: noise[start] ?? null });
    line.begins.push(...(opening.get(start) ?? []).filter((each) => each.spans[0]?.[0] === offset + start));
  }
  found.push(line);
  for (const each of found) {
    const written = each.pieces.filter((piece) => piece.text.trim());
    if (written.length && written.every((piece) => piece.noise)) each.noise = written[0]!.noise;
  }
  return found;
}

function within([start, end]: Span, offset: number, length: number): Span {
  return [Math.max(0, start - offset), Math.min(length, end - offset)];
}

/** The stretch of the document that is selected in an article whose pieces say where they begin; null when none is. */
export function selection(): Span | null {
  const selected = getSelection();
  if (!selected || selected.isCollapsed || !selected.rangeCount) return null;
  const range = selected.getRangeAt(0);
  const [start, end] = [position(range.startContainer, range.startOffset), position(range.endContainer, range.endOffset)];
  return start === null || end === null || start >= end ? null : [start, end];
}

function position(node: Node, offset: number): number | null {
  const piece = (node instanceof Element ? node : node.parentElement)?.closest<HTMLElement>("[data-start]");
  if (!piece) return null;
  return Number(piece.dataset.start) + (node instanceof Text ? Array.from(node.data.slice(0, offset)).length : 0);
}
