/** What According's own files say of lands: where states and regions are, and which lands are claimed by more than one. */
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { parse } from "yaml";

export const FOLDER = fileURLToPath(new URL("../../src/according/knowledge/", import.meta.url));

/** The files there that the base map is made from. */
export const READ = ["contested.yml", "states.yml", "regions.json"];

/** A land that several claim as a whole: by the codes of states and first-level regions in it, or by its corners within countries. */
export interface Land {
  of: string[];
  codes: string[];
  country: string[];
  border: [number, number][];
}

/** A first-level region: its GeoNames number, code ("AZ.14"), and a point in it (longitude, latitude). */
export interface Region {
  id: number;
  code: string;
  country: string;
  at: [number, number];
}

export function lands(): Land[] {
  const { claimed } = parse(readFileSync(`${FOLDER}contested.yml`, "utf8")) as { claimed: Partial<Land>[] };
  return claimed.map(({ of = [], codes = [], country = [], border = [] }) => ({
    of,
    codes,
    country,
    border: border.map(([latitude, longitude]): [number, number] => [longitude, latitude]),
  }));
}

/** States by their code, with a point about the middle of each. */
export function states(): Map<string, [number, number]> {
  const found = parse(readFileSync(`${FOLDER}states.yml`, "utf8")) as Record<string, { centre?: [number, number] }>;
  return new Map(Object.entries(found).flatMap(([code, { centre }]) => (centre ? [[code, [centre[1], centre[0]]]] : [])));
}

export function regions(): Region[] {
  type Row = [string, string, string, number, number, number, ...unknown[]];
  const rows = JSON.parse(readFileSync(`${FOLDER}regions.json`, "utf8")) as Row[];
  return rows.map(([country, , code, id, latitude, longitude]) => ({ id, code: `${country}.${code}`, country, at: [longitude, latitude] }));
}
