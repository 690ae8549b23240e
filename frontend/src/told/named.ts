import { say } from "../words/index.svelte";
import type { Member } from "./types";

/** Where an article is from; several may be of unknown outlets, and are told apart. */
export const named = (member: Pick<Member, "outlet" | "number">): string => member.outlet ?? `${say("articleNumber")} ${member.number}`;
