import { ask, tell } from "../record";
import { refusal } from "../words/index.svelte";

/** What people said is kept at once; what is worked out from it waits until they pause, for that takes its time. */
const PAUSE = 15_000;

let waiting = $state(0);
let working = $state(false);
let trouble = $state("");
let timer = 0;

export const settling = {
  /** How much has been said since it was last worked out. */
  get waiting(): number {
    return waiting;
  },
  get working(): boolean {
    return working;
  },
  get trouble(): string {
    return trouble;
  },
};

/** Something was said: work it out when nothing more is said for a while. */
export function later(): void {
  waiting += 1;
  clearTimeout(timer);
  timer = window.setTimeout(() => void settle(), PAUSE);
}

/** What was said in a page that is closed by now may wait still: ask, when the desk is opened. */
export async function resume(): Promise<void> {
  const { settled } = await ask<{ settled: boolean }>("settle");
  if (!settled && !waiting) later();
}

/** Work it out now. */
export async function settle(): Promise<void> {
  clearTimeout(timer);
  if (working || !waiting) return;
  working = true;
  trouble = "";
  const said = waiting;
  try {
    await tell("settle", {});
    waiting -= said;
  } catch (error) {
    trouble = refusal(error);
  }
  working = false;
  if (waiting && !trouble) timer = window.setTimeout(() => void settle(), PAUSE);
}
