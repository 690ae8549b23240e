/** Where the reader is: screen, what it is about, and filters, all of it in the address, so that it can be shared. */

export type Query = Record<string, string>;

function here(): { path: string[]; query: Query } {
  const path = location.pathname.split("/").filter(Boolean).map(decoded);
  return { path, query: Object.fromEntries(new URLSearchParams(location.search)) };
}

/** A part of a path; one that is written wrongly stays as it is, and means nothing that there is. */
function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

const first = here();
let path = $state.raw(first.path);
/** Each filter is a state of its own: what asks for one is asked again when that one changes, and not at any other. */
const query = $state<Query>(first.query);

export const address = {
  /** The parts of the path: the screen first. */
  get path(): string[] {
    return path;
  },
  get query(): Query {
    return query;
  },
};

/** Take over what stands in the browser's address by now. */
function arrived(): void {
  const now = here();
  if (now.path.join("/") !== path.join("/")) path = now.path;
  for (const name of Object.keys(query)) if (!(name in now.query)) delete query[name];
  Object.assign(query, now.query);
}

/** The address of a screen. Filters without a value are left out. */
export function link(to: string[], filters: Record<string, string | undefined | null> = {}): string {
  const kept = Object.entries(filters).filter((pair): pair is [string, string] => Boolean(pair[1]));
  const search = new URLSearchParams(kept).toString();
  return `/${to.map(encodeURIComponent).join("/")}${search && `?${search}`}`;
}

/** Go there; the browser's back button comes back. */
export function go(to: string): void {
  history.pushState(null, "", to);
  arrived();
}

/** Change filters of this screen without a further step in the history: typing is not travelling. */
export function filter(changed: Record<string, string | undefined | null>): void {
  history.replaceState(null, "", link(path, { ...query, ...changed }) + location.hash);
  arrived();
}

addEventListener("popstate", arrived);

/** Follow links of the page inside it. */
addEventListener("click", (event) => {
  const anchor = (event.target as Element | null)?.closest?.("a");
  const other = event.defaultPrevented || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey;
  if (!anchor || other || anchor.target || anchor.origin !== location.origin || anchor.hasAttribute("download")) return;
  if (anchor.pathname === location.pathname && anchor.search === location.search && anchor.hash) return;
  event.preventDefault();
  go(anchor.pathname + anchor.search + anchor.hash);
  scrollTo(0, 0);
});
