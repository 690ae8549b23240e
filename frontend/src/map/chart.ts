/** The drawn map: MapLibre over our own files. Nothing is asked of anybody else. */
import { Map as Drawing, AttributionControl, NavigationControl, ScaleControl, setWorkerUrl, type GeoJSONSource, type MapMouseEvent } from "maplibre-gl";
import worker from "maplibre-gl/dist/maplibre-gl-worker.mjs?url";
import "maplibre-gl/dist/maplibre-gl.css";
import { outlines, regionLayers, worldLayers } from "./ground";
import { drawn, extent, needsRegions, type Place } from "./places";
import { colours, picked, style } from "./style";

export interface View {
  zoom: number;
  latitude: number;
  longitude: number;
}

interface Told {
  moved: (view: View) => void;
  chosen: (entity: string | null) => void;
}

const NEAR = 4.2;
/** Pixels around a pointer in which something is still pointed at: a finger is not a needle. */
const REACH = 6;
const SIDE = 64;

setWorkerUrl(worker);

export class Chart {
  readonly #map: Drawing;
  readonly #ready: Promise<void>;
  #places: Place[] = [];
  #chosen = "";
  #dark: boolean;
  #language: string;

  /** Throws where the browser cannot draw (no WebGL). */
  constructor(container: HTMLElement, { dark, language, view, told }: { dark: boolean; language: string; view: View | null; told: Told }) {
    this.#dark = dark;
    this.#language = language;
    this.#map = new Drawing({
      container,
      style: style(colours(dark), language),
      center: view ? [view.longitude, view.latitude] : [30, 35],
      zoom: view?.zoom ?? 2.2,
      minZoom: 1,
      maxZoom: 12,
      attributionControl: false,
      dragRotate: false,
      pitchWithRotate: false,
      touchPitch: false,
      fadeDuration: 0,
    });
    const map = this.#map;
    map.touchZoomRotate.disableRotation();
    map.keyboard.disableRotation();
    map.addControl(new AttributionControl({ compact: false }));
    map.addControl(new NavigationControl({ showCompass: false }), "top-right");
    map.addControl(new ScaleControl({ maxWidth: 110 }), "bottom-left");
    map.on("moveend", (event) => {
      const { lng, lat } = map.getCenter();
      if (event.originalEvent || this.#settled) told.moved({ zoom: map.getZoom(), latitude: lat, longitude: lng });
    });
    map.on("click", (event) => void this.#pointed(event, told));
    map.on("mousemove", (event) => (map.getCanvas().style.cursor = this.#under(event) ? "pointer" : ""));
    map.on("zoomend", () => void this.#regions());
    this.#ready = new Promise((done) => map.once("style.load", () => done(this.#fill())));
  }

  /** Whether the map has come to where it opens: what moves it from then on is the reader. */
  #settled = false;

  get canvas(): HTMLCanvasElement {
    return this.#map.getCanvas();
  }

  #set(name: string, data: GeoJSON.GeoJSON): void {
    (this.#map.getSource(name) as GeoJSONSource | undefined)?.setData(data);
  }

  async #fill(): Promise<void> {
    const tones = colours(this.#dark);
    this.#map.addImage("dot", circle(), { sdf: true, pixelRatio: 2 });
    this.#map.addImage("hatch", hatch(tones.border), { pixelRatio: 2 });
    const ground = await worldLayers();
    this.#set("world", ground.countries!);
    this.#set("claimed", ground.claimed!);
    this.#set("borders", ground.borders!);
    this.#set("disputed", ground.disputed!);
    await this.#regions();
  }

  async #regions(): Promise<void> {
    if (this.#map.getZoom() >= NEAR) this.#set("inner", (await regionLayers()).lines!);
  }

  /** Draw places; the first time without a view of the reader's own, go where they are. */
  async show(places: Place[], goThere: boolean): Promise<void> {
    this.#places = places;
    await this.#ready;
    const known = await outlines(needsRegions(places));
    if (places !== this.#places) return;
    const { dots, areas, marks } = drawn(places, known);
    this.#set("dots", dots);
    this.#set("areas", areas);
    this.#set("marks", marks);
    this.pick(this.#chosen);
    const where = goThere ? extent(places) : null;
    if (where) this.#map.fitBounds(where, { padding: 60, maxZoom: 7, animate: false });
    this.#map.once("idle", () => {
      this.#settled = true;
      this.#map.getContainer().dataset.drawn = String(places.length);
    });
    this.#map.triggerRepaint();
  }

  /** Mark a place as the chosen one. */
  pick(entity: string): void {
    this.#chosen = entity;
    for (const [layer, property, value] of picked(entity, colours(this.#dark)))
      if (this.#map.getLayer(layer)) this.#map.setPaintProperty(layer, property, value);
  }

  /** Bring a place into view if it is not. */
  reveal(place: Place): void {
    const at: [number, number] = [place.longitude, place.latitude];
    if (!this.#map.getBounds().contains(at)) this.#map.easeTo({ center: at });
  }

  dress(dark: boolean, language: string): void {
    if (dark === this.#dark && language === this.#language) return;
    this.#dark = dark;
    this.#language = language;
    this.#map.once("style.load", () => void this.#fill().then(() => this.show(this.#places, false)));
    this.#map.setStyle(style(colours(dark), language), { diff: false });
  }

  remove(): void {
    this.#map.remove();
  }

  #under(event: MapMouseEvent): ReturnType<Drawing["queryRenderedFeatures"]>[number] | undefined {
    const { x, y } = event.point;
    const near: [[number, number], [number, number]] = [[x - REACH, y - REACH], [x + REACH, y + REACH]];
    const layers = (...names: string[]): string[] => names.filter((name) => this.#map.getLayer(name));
    const [dot] = this.#map.queryRenderedFeatures(near, { layers: layers("dots", "dot-names", "marks") });
    return dot ?? this.#map.queryRenderedFeatures(event.point, { layers: layers("areas") })[0];
  }

  async #pointed(event: MapMouseEvent, told: Told): Promise<void> {
    const found = this.#under(event);
    if (found?.properties.cluster && found.geometry.type === "Point") {
      const source = this.#map.getSource("dots") as GeoJSONSource;
      const zoom = await source.getClusterExpansionZoom(found.properties.cluster_id as number);
      this.#map.easeTo({ center: found.geometry.coordinates as [number, number], zoom: Math.min(zoom + 0.3, 12) });
    } else told.chosen((found?.properties.entity as string | undefined) ?? null);
  }
}

function painted(side: number, paint: (context: CanvasRenderingContext2D) => void): ImageData {
  const canvas = document.createElement("canvas");
  canvas.width = canvas.height = side;
  const context = canvas.getContext("2d")!;
  paint(context);
  return context.getImageData(0, 0, side, side);
}

/** A disc as a distance field: its edge lies where the field says 192 of 255 (8 pixels are as far as it tells). */
function circle(): ImageData {
  const image = new ImageData(SIDE, SIDE);
  const radius = SIDE / 2 - 6;
  for (let y = 0; y < SIDE; y++)
    for (let x = 0; x < SIDE; x++) {
      const inside = radius - Math.hypot(x + 0.5 - SIDE / 2, y + 0.5 - SIDE / 2);
      image.data[4 * (y * SIDE + x) + 3] = Math.max(0, Math.min(255, 192 + inside * 8));
    }
  return image;
}

/** Thin slanting lines: land that several claim. */
function hatch(colour: string): ImageData {
  return painted(16, (context) => {
    context.strokeStyle = colour;
    context.globalAlpha = 0.35;
    context.lineWidth = 1.2;
    for (const at of [-16, 0, 16]) {
      context.beginPath();
      context.moveTo(at - 2, 18);
      context.lineTo(at + 18, -2);
      context.stroke();
    }
  });
}
