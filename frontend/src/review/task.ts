import { tell } from "../record";

export type What = "names" | "difference" | "link" | "finding";
export const WHAT: What[] = ["names", "difference", "link", "finding"];
export type Answer = "yes" | "no" | "unsure";

export interface Context {
  number: number;
  title: string | null;
  outlet: string | null;
  published: string | null;
  language: string | null;
  sentence: string;
  text: string;
  finding: string | null;
}

export interface Task {
  id: string;
  what: What;
  kind: string;
  about: string;
  score: number;
  reason: string;
  /** Whether both sides of a link are taken for one. */
  joined: boolean;
  sides: { id: string; label: string; detail: string; contexts: Context[] }[];
}

export interface Queue {
  counts: Record<What, number>;
  tasks: Task[];
}

export interface Act {
  id: string;
  what: What;
  verdict: string;
  about: string;
  made_at: string;
  author: string | null;
  note: string | null;
  /** What a link is of, or a difference. */
  kind: string | null;
  /** What it was said of is not there any more. */
  void: boolean;
  layer: string | null;
  number: number | null;
  finding: string | null;
  /** Under which id the finding stands there now; null when it does not. */
  now: string | null;
  revoked_at: string | null;
  revoked_by: string | null;
  revoked_note: string | null;
}

const VERDICTS: Record<What, Record<Answer, string>> = {
  names: { yes: "same", no: "different", unsure: "unsure" },
  difference: { yes: "confirm", no: "dismiss", unsure: "unsure" },
  link: { yes: "same", no: "different", unsure: "unsure" },
  finding: { yes: "right", no: "wrong", unsure: "unsure" },
};

/** Keep what a person says of a task, and return the id under which it is kept. */
export async function answer(task: Task, given: Answer, note: string): Promise<string> {
  const said = { verdict: VERDICTS[task.what][given], note: note.trim() || null };
  const kept =
    task.what === "names"
      ? tell<{ id: string }>("judgements", { ...said, first: task.sides[0]!.id, second: task.sides[1]!.id, later: true })
      : task.what === "link"
        ? tell<{ id: string }>("bonds", { ...said, kind: task.kind, first: [task.sides[0]!.id], second: [task.sides[1]!.id] })
      : task.what === "difference"
        ? tell<{ id: string }>("rulings", { ...said, difference: task.id })
        : tell<{ id: string }>("corrections", { ...said, layer: task.kind, finding: task.id });
  return (await kept).id;
}

/** The words that are meant, with what stands before and behind them in their sentence. */
export function marked({ sentence, text }: Context): [string, string, string] {
  const at = sentence.indexOf(text);
  if (at < 0 || !text) return [sentence, "", ""];
  return [sentence.slice(0, at), text, sentence.slice(at + text.length)];
}
