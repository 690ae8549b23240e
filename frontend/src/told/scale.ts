import type { Figure } from "./types";

const DAY = 86_400_000;
/** Ratio of the largest to the smallest value from which the scale is logarithmic. */
const WIDE = 60;

/** The first and last moment that a day, month, year or stretch of them (EDTF) may mean, in milliseconds. */
export function moments(value: string | null): [number, number] | null {
  if (!value) return null;
  const ends = value.split("/").map((part) => part.match(/^(\d{4})(?:-(\d\d))?(?:-(\d\d))?/)).filter((found) => found !== null);
  const first = ends[0];
  const last = ends.at(-1);
  if (!first || !last) return null;
  const start = Date.UTC(Number(first[1]), Number(first[2] ?? 1) - 1, Number(first[3] ?? 1));
  const [year, month, date] = [Number(last[1]), last[2] ? Number(last[2]) : 12, last[3] ? Number(last[3]) : null];
  return [start, date ? Date.UTC(year, month - 1, date) : Date.UTC(year, month, 1) - DAY];
}

/** The least and the greatest value of a figure; a side that is open is null. */
export function range(figure: Pick<Figure, "value" | "low" | "high" | "qualifier">): [number | null, number | null] {
  if (figure.value === null) return [figure.low, figure.high];
  if (figure.qualifier === "at least" || figure.qualifier === "more than") return [figure.value, null];
  if (figure.qualifier === "at most" || figure.qualifier === "less than") return [null, figure.value];
  return [figure.value, figure.value];
}

export interface Scale {
  at: (value: number) => number;
  ticks: number[];
  logarithmic: boolean;
}

/** A scale for values from `from` pixels for the least to `to` for the greatest. */
export function scale(values: number[], from: number, to: number): Scale {
  const positive = values.filter((value) => value > 0);
  const [least, greatest] = [Math.min(...positive, Infinity), Math.max(...values, 1)];
  if (positive.length === values.length && greatest / least > WIDE) {
    const [low, high] = [Math.floor(Math.log10(least)), Math.ceil(Math.log10(greatest))];
    const ticks = Array.from({ length: high - low + 1 }, (_, each) => 10 ** (low + each));
    return { at: (value) => from + ((Math.log10(Math.max(value, 10 ** low)) - low) / (high - low)) * (to - from), ticks, logarithmic: true };
  }
  const step = nice(greatest / 4);
  const ticks = Array.from({ length: Math.ceil(greatest / step) + 1 }, (_, each) => Number((each * step).toPrecision(6)));
  const top = ticks.at(-1) || 1;
  const low = Math.min(0, ...values);
  return { at: (value) => from + ((value - low) / (top - low)) * (to - from), ticks, logarithmic: false };
}

function nice(rough: number): number {
  const power = 10 ** Math.floor(Math.log10(rough || 1));
  return ([1, 2, 2.5, 5, 10].find((each) => each * power >= rough) ?? 10) * power;
}
