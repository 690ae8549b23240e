/** Whom something is done to, besides those who do it: who does something together is named once. */
export function others<T>(sources: readonly T[], targets: readonly T[]): readonly T[] {
  return targets.length === sources.length && targets.every((each) => sources.includes(each)) ? [] : targets;
}
