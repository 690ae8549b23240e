/** Days counted in bins that fit under a map. */

export interface Bin {
  /** The first and last day, ISO 8601. */
  first: string;
  last: string;
  count: number;
}

const DAY = 86_400_000;
/** Days of a bin: day, week, four weeks, a quarter, a year, ten years. */
const STEPS = [1, 7, 28, 91, 365, 3652];
const MOST = 90;

function start(day: string): number {
  const parts = /^(-?\d{4})(?:-(\d\d))?(?:-(\d\d))?/.exec(day);
  return parts ? Date.UTC(Number(parts[1]), Number(parts[2] ?? 1) - 1, Number(parts[3] ?? 1)) : NaN;
}

export function iso(at: number): string {
  return new Date(at).toISOString().slice(0, 10);
}

/** Bins from the first day to the last, the empty ones among them. The rarest hundredth at either end is left out when it lies far away. */
export function bins(days: [string, number][]): Bin[] {
  const known = days.map(([day, count]) => ({ at: start(day), count })).filter(({ at }) => Number.isFinite(at));
  if (!known.length) return [];
  const total = known.reduce((sum, { count }) => sum + count, 0);
  let passed = 0;
  const middle = known.filter(({ count }) => {
    passed += count;
    return passed > total * 0.01 && passed - count < total * 0.99;
  });
  const whole = known.at(-1)!.at - known[0]!.at;
  const core = middle.at(-1)!.at - middle[0]!.at;
  const shown = whole > 3 * core + 30 * DAY ? middle : known;
  const from = shown[0]!.at;
  const until = shown.at(-1)!.at;
  const step = (STEPS.find((each) => (until - from) / (each * DAY) < MOST) ?? STEPS.at(-1)!) * DAY;
  const found = Array.from({ length: Math.floor((until - from) / step) + 1 }, (_, at): Bin => ({ first: iso(from + at * step), last: iso(from + (at + 1) * step - DAY), count: 0 }));
  for (const { at, count } of shown) found[Math.floor((at - from) / step)]!.count += count;
  return found;
}
