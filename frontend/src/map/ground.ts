/** The base map's shapes, loaded from our own files when they are needed. */
import { regions, world } from "virtual:basemap";
import type { Feature, FeatureCollection, MultiPolygon } from "geojson";
import { feature } from "topojson-client";
import type { GeometryCollection, Topology } from "topojson-specification";

export type Layers = Record<string, FeatureCollection>;

async function layers(address: string): Promise<Layers> {
  const topology = (await (await fetch(address)).json()) as Topology<Record<string, GeometryCollection>>;
  return Object.fromEntries(Object.entries(topology.objects).map(([name, object]) => [name, feature(topology, object)]));
}

let whole: Promise<Layers> | undefined;
let parts: Promise<Layers> | undefined;

/** Countries, lands that several claim, and borders. */
export function worldLayers(): Promise<Layers> {
  return (whole ??= layers(world));
}

/** First-level regions and the lines between them. */
export function regionLayers(): Promise<Layers> {
  return (parts ??= layers(regions));
}

/** The shapes of places by what the record knows them as: `state:AM`, the GeoNames number of a region, a claimed land's name. */
export async function outlines(withRegions: boolean): Promise<Map<string | number, MultiPolygon>> {
  const found = new Map<string | number, MultiPolygon>();
  const add = (key: string | number | undefined, each: Feature): void => {
    if (key !== undefined) found.set(key, each.geometry as MultiPolygon);
  };
  const ground = await worldLayers();
  for (const each of ground.countries!.features) if (each.properties?.code) add(`state:${each.properties.code}`, each);
  for (const each of ground.claimed!.features) if (each.properties?.of.length === 1) add(each.properties.of[0], each);
  if (withRegions) for (const each of (await regionLayers()).regions!.features) add(each.id, each);
  return found;
}
