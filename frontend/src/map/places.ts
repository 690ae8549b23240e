/** Places of the record as shapes: each drawn as precisely as it is known, and no more. */
import type { Feature, FeatureCollection, Geometry, MultiPolygon, Point } from "geojson";

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
  elsewhere: number;
}

/** How far around its point a place of that precision may reach, in km, where nobody has drawn it. */
const REACH = { district: 12, region: 45, country: 200 };
const KM_A_DEGREE = 111.2;

function disc(place: Place, radius: number): MultiPolygon {
  const narrow = Math.max(0.1, Math.cos((place.latitude * Math.PI) / 180));
  const ring = Array.from({ length: 49 }, (_, at) => {
    const turn = (at % 48) * (Math.PI / 24);
    const reach = radius / KM_A_DEGREE;
    return [place.longitude + (reach * Math.cos(turn)) / narrow, place.latitude + reach * Math.sin(turn)];
  });
  return { type: "MultiPolygon", coordinates: [[ring]] };
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
  /** `drawn`: by an outline; else a disc says that the place is somewhere there. */
  areas: FeatureCollection<MultiPolygon>;
  /** Where the count of an area is written. */
  marks: FeatureCollection<Point>;
}

export function drawn(places: Place[], known: Map<string | number, MultiPolygon>): Drawn {
  const most = Math.max(1, ...places.filter((each) => !isDot(each)).map((each) => each.count));
  const said = (place: Place): Record<string, string | number | boolean> => ({
    entity: place.entity,
    name: place.name,
    count: place.count,
    precision: place.precision ?? "point",
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
  const areas = wide.map((place): Feature<MultiPolygon> => {
    const outline = outlineOf(place, known);
    const reach = REACH[place.precision as keyof typeof REACH];
    return { type: "Feature", properties: { ...said(place), outlined: Boolean(outline) }, geometry: outline ?? disc(place, reach) };
  });
  return { dots: collection(places.filter(isDot).map(point)), areas: collection(areas), marks: collection(wide.map(point)) };
}

/** West, south, east and north of the places that are best known. */
export function extent(places: Place[]): [number, number, number, number] | null {
  const some = places.some(isDot) ? places.filter(isDot) : places;
  if (!some.length) return null;
  // Two in a hundred may lie far away: the map opens on the others.
  const total = some.reduce((sum, each) => sum + each.count, 0);
  const between = (of: (place: Place) => number): [number, number] => {
    const sorted = [...some].sort((one, other) => of(one) - of(other));
    let passed = 0;
    const inside = sorted.filter((each) => {
      passed += each.count;
      return passed > total * 0.02 && passed - each.count < total * 0.98;
    });
    return [of(inside[0]!), of(inside.at(-1)!)];
  };
  const [west, east] = between((each) => each.longitude);
  const [south, north] = between((each) => each.latitude);
  return [west, south, east, north];
}
