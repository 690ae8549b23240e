import { address, link, type Query } from "./address.svelte";

/** Filters that mean the same on several screens: who moves from one to another keeps them. */
const SHARED: Record<string, string[]> = {
  timeline: ["actor", "root", "status", "language", "outlet", "since", "until"],
  map: ["actor", "root", "status", "language", "outlet", "since", "until"],
  stories: ["actor", "since", "until"],
  agreements: ["since", "until"],
};

let kept: Query = {};

/** The address of a screen, with the filters that were last set on a screen which has them. */
export function kindred(screen: string): string {
  const here = SHARED[address.path[0] ?? ""] ?? [];
  // A screen says for all of its filters what they are, and nothing of those that it does not have.
  const others = Object.entries(kept).filter(([name]) => !here.includes(name));
  const own = here.flatMap((name): [string, string][] => (address.query[name] ? [[name, address.query[name]!]] : []));
  kept = Object.fromEntries([...others, ...own]);
  const wanted = SHARED[screen] ?? [];
  return link(screen ? [screen] : [], Object.fromEntries(Object.entries(kept).filter(([name]) => wanted.includes(name))));
}
