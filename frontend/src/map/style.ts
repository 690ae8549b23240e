/** How the map looks. Colours are those of the page; none belongs to a side. */
import latin from "@fontsource/noto-sans/files/noto-sans-latin-400-normal.woff2?url";
import latinExt from "@fontsource/noto-sans/files/noto-sans-latin-ext-400-normal.woff2?url";
import cyrillic from "@fontsource/noto-sans/files/noto-sans-cyrillic-400-normal.woff2?url";
import cyrillicExt from "@fontsource/noto-sans/files/noto-sans-cyrillic-ext-400-normal.woff2?url";
import armenian from "@fontsource/noto-sans-armenian/files/noto-sans-armenian-armenian-400-normal.woff2?url";
import type { FeatureCollection } from "geojson";
import type { AllPaintProperties, ExpressionSpecification, LayerSpecification, StyleSpecification } from "maplibre-gl";

export interface Colours {
  water: string;
  land: string;
  border: string;
  inner: string;
  ink: string;
  faint: string;
  data: string;
  onData: string;
  chosen: string;
}

const FONT = ["Noto Sans"];
/** Scripts that have no file here are drawn with what the system has. */
const FACES = [
  { url: latin, "unicode-range": ["U+0000-00FF", "U+0131", "U+0152-0153", "U+2000-206F", "U+2122", "U+2212"] },
  { url: latinExt, "unicode-range": ["U+0100-0130", "U+0132-0151", "U+0154-02BA", "U+1E00-1EFF"] },
  { url: cyrillic, "unicode-range": ["U+0301", "U+0400-045F", "U+0490-0491", "U+04B0-04B1", "U+2116"] },
  { url: cyrillicExt, "unicode-range": ["U+0460-048F", "U+0492-04AF", "U+04B2-052F"] },
  { url: armenian, "unicode-range": ["U+0530-058F", "U+FB13-FB17"] },
];

const EMPTY: FeatureCollection = { type: "FeatureCollection", features: [] };

export function colours(dark: boolean): Colours {
  return dark
    ? { water: "#10191e", land: "#20292d", border: "#7b8a90", inner: "#3a474d", ink: "#d8dcdc", faint: "#a1adb1", data: "#8fc7d8", onData: "#0d2530", chosen: "#f0c674" }
    : { water: "#dce6e8", land: "#faf8f3", border: "#8a8577", inner: "#d5d0c3", ink: "#3b4447", faint: "#666d6e", data: "#1f4e5f", onData: "#ffffff", chosen: "#a8480b" };
}

const chosen = (entity: string): ExpressionSpecification => ["==", ["get", "entity"], entity];

/** The paint of the chosen place differs from that of the others. */
export function picked(entity: string, tones: Colours): [layer: string, property: keyof AllPaintProperties, value: ExpressionSpecification][] {
  const tone: ExpressionSpecification = ["case", chosen(entity), tones.chosen, tones.data];
  return [
    ["areas", "fill-color", tone],
    ["edges", "line-color", tone],
    ["discs", "circle-color", tone],
    ["edges", "line-width", ["case", chosen(entity), 2.5, 1.2]],
    ["dots", "icon-color", tone],
    ["marks", "text-color", tone],
  ];
}

export function style(tones: Colours, language: string): StyleSpecification {
  return {
    version: 8,
    "font-faces": { [FONT[0]!]: FACES },
    sources: {
      world: { type: "geojson", data: EMPTY, attribution: "Natural Earth" },
      claimed: { type: "geojson", data: EMPTY },
      borders: { type: "geojson", data: EMPTY },
      disputed: { type: "geojson", data: EMPTY },
      inner: { type: "geojson", data: EMPTY },
      names: { type: "vector", tiles: [`${location.origin}/api/ground/{z}/{x}/{y}?language=${language}`], minzoom: 2, maxzoom: 10, attribution: "GeoNames (CC BY 4.0)" },
      areas: { type: "geojson", data: EMPTY },
      marks: { type: "geojson", data: EMPTY },
      dots: { type: "geojson", data: EMPTY, cluster: true, clusterRadius: 34, clusterMaxZoom: 9, clusterProperties: { sum: ["+", ["get", "count"]] } },
    },
    layers: layers(tones),
  };
}

function layers(tones: Colours): LayerSpecification[] {
  const total: ExpressionSpecification = ["coalesce", ["get", "sum"], ["get", "count"]];
  const size: ExpressionSpecification = ["interpolate", ["linear"], ["log10", ["max", 1, total]], 0, 0.36, 1, 0.56, 2, 0.8, 4, 1.3];
  const halo = { "text-halo-color": tones.land, "text-halo-width": 1.4 };
  const written = (kind: string): ExpressionSpecification => ["==", ["get", "kind"], kind];
  const both: ExpressionSpecification = ["case", ["==", ["get", "local"], ""], ["get", "name"], ["format", ["get", "name"], {}, "\n", {}, ["get", "local"], { "font-scale": 0.82 }]];
  const name = (id: string, filter: ExpressionSpecification, size: ExpressionSpecification | number, more: object, paint: object): LayerSpecification =>
    ({
      id,
      type: "symbol",
      source: "names",
      "source-layer": "names",
      filter,
      layout: { "text-field": ["step", ["zoom"], ["get", "name"], 7, both], "text-font": FONT, "text-size": size, "text-max-width": 9, "text-padding": 6, "symbol-sort-key": ["-", 0, ["get", "rank"]], ...more },
      paint: { "text-color": tones.faint, ...halo, ...paint },
    }) as LayerSpecification;
  return [
    { id: "water", type: "background", paint: { "background-color": tones.water } },
    { id: "land", type: "fill", source: "world", paint: { "fill-color": tones.land, "fill-antialias": false } },
    { id: "claimed-land", type: "fill", source: "claimed", paint: { "fill-color": tones.land, "fill-antialias": false } },
    { id: "claimed", type: "fill", source: "claimed", paint: { "fill-pattern": "hatch" } },
    { id: "inner", type: "line", source: "inner", minzoom: 4.5, paint: { "line-color": tones.inner, "line-width": ["interpolate", ["linear"], ["zoom"], 4.5, 0.5, 9, 1.4] } },
    { id: "areas", type: "fill", source: "areas", paint: { "fill-color": tones.data, "fill-opacity": ["+", 0.05, ["*", 0.14, ["get", "weight"]]] } },
    { id: "edges", type: "line", source: "areas", paint: { "line-color": tones.data, "line-width": 1.2, "line-opacity": 0.75 } },
    { id: "discs", type: "circle", source: "marks", filter: ["!", ["get", "outlined"]], paint: { "circle-color": tones.data, "circle-radius": 38, "circle-blur": 0.9, "circle-opacity": ["+", 0.18, ["*", 0.2, ["get", "weight"]]] } },
    { id: "borders", type: "line", source: "borders", layout: { "line-join": "round" }, paint: { "line-color": tones.border, "line-width": ["interpolate", ["linear"], ["zoom"], 2, 0.6, 8, 1.8] } },
    // Under the dashes, so that no other line shows through them: an outline of what the record has there runs along them.
    { id: "disputed-ground", type: "line", source: "disputed", paint: { "line-color": tones.land, "line-width": ["interpolate", ["linear"], ["zoom"], 2, 1.6, 8, 3.4] } },
    { id: "disputed", type: "line", source: "disputed", paint: { "line-color": tones.border, "line-width": ["interpolate", ["linear"], ["zoom"], 2, 0.8, 8, 1.8], "line-dasharray": [3, 2.2] } },
    name("names-points", written("point"), 10.5, { "text-optional": true }, { "text-opacity": 0.9 }),
    name("names-towns", written("town"), ["interpolate", ["linear"], ["get", "rank"], 3, 10.5, 6, 12.5, 9, 14.5], {}, { "text-color": ["case", ["get", "capital"], tones.ink, tones.faint] }),
    name("names-regions", written("region"), 11, { "text-letter-spacing": 0.06 }, { "text-opacity": 0.85 }),
    name("names-states", written("state"), ["interpolate", ["linear"], ["zoom"], 2, 11, 6, 17], { "text-letter-spacing": 0.12, "text-transform": "uppercase" }, { "text-color": tones.ink, "text-opacity": 0.7 }),
    {
      id: "marks",
      type: "symbol",
      source: "marks",
      layout: { "text-field": ["format", ["get", "name"], { "font-scale": 0.85 }, "\n", {}, ["to-string", ["get", "count"]], {}], "text-font": FONT, "text-size": 14, "text-max-width": 8, "text-padding": 2, "text-variable-anchor": ["center", "bottom", "top", "left", "right"], "text-radial-offset": 1.1, "text-justify": "auto", "symbol-sort-key": ["-", 0, ["get", "count"]] },
      paint: { "text-color": tones.data, "text-halo-color": tones.land, "text-halo-width": 2 },
    },
    {
      id: "dots",
      type: "symbol",
      source: "dots",
      layout: {
        "icon-image": "dot", "icon-size": size, "icon-allow-overlap": true, "icon-padding": 0,
        // More than fits on a dot is rounded; the table has all of it.
        "text-field": ["case", [">=", total, 10_000], ["concat", ["to-string", ["round", ["/", total, 1000]]], "k"], ["to-string", total]], "text-font": FONT, "text-size": ["interpolate", ["linear"], ["log10", ["max", 1, total]], 0, 10, 2, 12, 4, 14], "text-allow-overlap": true,
        "symbol-sort-key": total,
      },
      paint: { "icon-color": tones.data, "text-color": tones.onData, "icon-opacity": 0.9 },
    },
    {
      id: "dot-names",
      type: "symbol",
      source: "dots",
      minzoom: 5,
      filter: ["!", ["has", "sum"]],
      layout: { "text-field": ["get", "name"], "text-font": FONT, "text-size": 12.5, "text-variable-anchor": ["left", "right", "top", "bottom"], "text-radial-offset": 1.1, "text-justify": "auto", "text-max-width": 9 },
      paint: { "text-color": tones.ink, "text-halo-color": tones.land, "text-halo-width": 1.8 },
    },
  ];
}
