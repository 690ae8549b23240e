/** Plane geometry in degrees: what lies where, and how far from a line. */
import type { MultiPolygon, Position } from "geojson";

export type Polygons = Position[][][];
export type Box = [west: number, south: number, east: number, north: number];

/** The polygons of a shape, however it is written. */
export function polygonsOf(shape: { type: string; coordinates?: unknown } | null | undefined): Polygons {
  if (shape?.type === "Polygon") return [shape.coordinates as Position[][]];
  return shape?.type === "MultiPolygon" ? (shape.coordinates as Polygons) : [];
}

/** Rings that cross the antimeridian, run on beyond it: drawn so, they do not cross the whole map. */
export function unrolled(polygons: Polygons): Polygons {
  return polygons.map((polygon) =>
    polygon.map((ring) => {
      let turns = 0;
      const run = ring.map(([x, y], at): Position => {
        const before = ring[at - 1]?.[0] ?? x!;
        if (x! - before > 180) turns -= 360;
        if (before - x! > 180) turns += 360;
        return [x! + turns, y!];
      });
      // Wherever it began, it lies where most of it is.
      const middle = run.reduce((sum, [x]) => sum + x!, 0) / run.length;
      const back = middle < -180 ? 360 : middle > 180 ? -360 : 0;
      return back ? run.map(([x, y]) => [x! + back, y!]) : run;
    }),
  );
}

export function multi(polygons: Polygons): MultiPolygon {
  return { type: "MultiPolygon", coordinates: polygons };
}

/** What encloses all of some polygons. */
export function boxOf(polygons: Polygons): Box {
  const box: Box = [Infinity, Infinity, -Infinity, -Infinity];
  for (const [outer] of polygons)
    for (const [x, y] of outer as [number, number][]) {
      box[0] = Math.min(box[0], x);
      box[1] = Math.min(box[1], y);
      box[2] = Math.max(box[2], x);
      box[3] = Math.max(box[3], y);
    }
  return box;
}

export function meets(one: Box, other: Box, margin = 0): boolean {
  return one[0] <= other[2] + margin && other[0] <= one[2] + margin && one[1] <= other[3] + margin && other[1] <= one[3] + margin;
}

const boxes = new WeakMap<Position[][], Box>();

function boxOfOne(polygon: Position[][]): Box {
  const known = boxes.get(polygon) ?? boxOf([polygon]);
  boxes.set(polygon, known);
  return known;
}

/** Whether a line from the point to the east crosses the rings an odd number of times. */
export function holds(polygons: Polygons, [x, y]: [number, number]): boolean {
  let inside = false;
  for (const polygon of polygons) {
    const box = boxOfOne(polygon);
    if (x < box[0] || x > box[2] || y < box[1] || y > box[3]) continue;
    for (const ring of polygon)
      for (let at = 0, before = ring.length - 1; at < ring.length; before = at++) {
        const [ax, ay] = ring[at] as [number, number];
        const [bx, by] = ring[before] as [number, number];
        if (ay > y !== by > y && x < ((bx - ax) * (y - ay)) / (by - ay) + ax) inside = !inside;
      }
  }
  return inside;
}

/** How far a point is from the edge of polygons, a degree of longitude counted as long as it is there. */
export function distance(polygons: Polygons, [x, y]: [number, number]): number {
  const narrow = Math.cos((y * Math.PI) / 180);
  let least = Infinity;
  for (const polygon of polygons)
    for (const ring of polygon)
      for (let at = 1; at < ring.length; at++) {
        const [ax, ay] = ring[at - 1] as [number, number];
        const [bx, by] = ring[at] as [number, number];
        const dx = (bx - ax) * narrow;
        const dy = by - ay;
        const px = (x - ax) * narrow;
        const py = y - ay;
        const along = Math.max(0, Math.min(1, (px * dx + py * dy) / (dx * dx + dy * dy || 1)));
        least = Math.min(least, Math.hypot(px - along * dx, py - along * dy));
      }
  return least;
}

/** Lines cut where what is asked of the middle of each of their segments changes; those kept for which it is so. */
export function kept(lines: Position[][], wanted: (middle: [number, number], from: Position, to: Position) => boolean): Position[][] {
  const found: Position[][] = [];
  for (const line of lines) {
    let open: Position[] | null = null;
    for (let at = 1; at < line.length; at++) {
      const from = line[at - 1]!;
      const to = line[at]!;
      if (wanted([(from[0]! + to[0]!) / 2, (from[1]! + to[1]!) / 2], from, to)) {
        if (open) open.push(to);
        else found.push((open = [from, to]));
      } else open = null;
    }
  }
  return found;
}
