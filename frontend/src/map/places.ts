/** Places of the record as shapes: each drawn as precisely as it is known, and no more. */
import type { Feature, FeatureCollection, Geometry, MultiPolygon, Point } from "geojson";
import type { Word } from "../words/index.svelte";

export interface Place {
  entity: string;
  name: string;
  kind: string;
  key: string | null;
  geonames: number | null;
  latitude: number;
  longitude: number;
  precision: "point" | "town" | "district" | "region" | "country" | null;
  country: string | null;
  contested: boolean;
  count: number;
}

export interface Whereabouts {
  places: Place[];
  days: [string, number][];
  elsewhere: number | null;
}

/** The word for how exactly it is known where something is; what is as large and no state is a territory or wider. */
export function exactness(place: { kind: string; precision: string | null }): Word {
  return place.kind === "place" && place.precision === "country" ? "precision_wider" : (`precision_${place.precision ?? "point"}` as Word);
}

/** Whether what happens there is known to a point as good as one: a town's middle stands for the town. */
export function isDot(place: Place): boolean {
  return place.precision === null || place.precision === "point" || place.precision === "town";
}

export function needsRegions(places: Place[]): boolean {
  return places.some((each) => each.precision === "region" && each.geonames !== null);
}

function outlineOf(place: Place, known: Map<string | number, MultiPolygon>): MultiPolygon | undefined {
  if (place.precision === "country") return known.get(place.key ?? "");
  if (place.precision !== "region") return undefined;
  return known.get(place.geonames ?? "") ?? known.get(place.name);
}

function collection<G extends Geometry>(features: Feature<G>[]): FeatureCollection<G> {
  return { type: "FeatureCollection", features };
}

export interface Drawn {
  dots: FeatureCollection<Point>;
  /** Districts, regions and countries whose outline is known. */
  areas: FeatureCollection<MultiPolygon>;
  /** Where the count of an area is written; those without an outline are only somewhere around. */
  marks: FeatureCollection<Point>;
}

export function drawn(places: Place[], known: Map<string | number, MultiPolygon>): Drawn {
  const most = Math.max(1, ...places.filter((each) => !isDot(each)).map((each) => each.count));
  const said = (place: Place): Record<string, string | number | boolean> => ({
    entity: place.entity,
    name: place.name,
    count: place.count,
    outlined: outlineOf(place, known) !== undefined,
    weight: Math.log(place.count + 1) / Math.log(most + 1),
  });
  const point = (place: Place): Feature<Point> => ({
    type: "Feature",
    properties: said(place),
    geometry: { type: "Point", coordinates: [place.longitude, place.latitude] },
  });
  // The small lie upon the large, so that each can be pointed at.
  const order = { country: 0, region: 1, district: 2 } as Record<string, number>;
  const wide = places.filter((each) => !isDot(each)).sort((one, other) => order[one.precision!]! - order[other.precision!]!);
  const areas = wide.flatMap((place): Feature<MultiPolygon>[] => {
    const outline = outlineOf(place, known);
    return outline ? [{ type: "Feature", properties: said(place), geometry: outline }] : [];
  });
  return { dots: collection(places.filter(isDot).map(point)), areas: collection(areas), marks: collection(wide.map(point)) };
}

/** The share of what is told on either side that may be far from the rest, and the least width of that in degrees. */
const FAR = 0.16;
const LEAST = 2;

/** West, south, east and north of the places that are best known. */
export function extent(places: Place[]): [number, number, number, number] | null {
  const near = places.filter((each) => each.precision !== "country");
  const some = near.length ? near : places;
  if (!some.length) return null;
  // Some may lie far away: the map opens on where most is, and what is not far from there.
  const total = some.reduce((sum, each) => sum + each.count, 0);
  const between = (of: (place: Place) => number): [number, number] => {
    const sorted = [...some].sort((one, other) => of(one) - of(other));
    let passed = 0;
    const inside = sorted.filter((each) => {
      passed += each.count;
      return passed > total * FAR && passed - each.count < total * (1 - FAR);
    });
    const [first, last] = [of(inside[0]!), of(inside.at(-1)!)];
    const room = Math.max(last - first, LEAST) * 0.6;
    const close = sorted.map(of).filter((each) => each >= first - room && each <= last + room);
    return [close[0]!, close.at(-1)!];
  };
  const [west, east] = between((each) => each.longitude);
  const [south, north] = between((each) => each.latitude);
  return [west, south, east, north];
}
