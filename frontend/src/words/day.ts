/** Days, months, years and what lies between them (EDTF), as a reader writes them. */

export interface Around {
  /** Of a decade, a century, a season, a quarter or half of a year: `{year}` stands for the year. */
  of: (part: string) => string | undefined;
  locale: string;
}

const PART = /^(\d{4}|\d{3}X|\d{2}XX)(?:-(\d\d)(?:-(\d\d))?)?(?:T.*)?([?~%]?)$/;

/** What a date says; what is none stays as it is. */
export function written(value: string, around: Around): string {
  const ends = value.split("/");
  if (ends.length > 2) return value;
  const whole = ends.map(plain);
  if (whole.length === 2 && whole[0] && whole[1] && whole[0].shape === whole[1].shape && whole[0].at <= whole[1].at) return format(whole[0].shape, around).formatRange(whole[0].at, whole[1].at);
  const shown = ends.map((end) => (end === "" || end === ".." ? "…" : part(end, around)));
  return shown.includes(undefined) ? value : shown.join(" – ");
}

type Shape = "year" | "month" | "day";

function format(shape: Shape, around: Around): Intl.DateTimeFormat {
  const shown: Intl.DateTimeFormatOptions = { timeZone: "UTC", year: "numeric" };
  if (shape !== "year") shown.month = "short";
  if (shape === "day") shown.day = "numeric";
  return new Intl.DateTimeFormat(around.locale, shown);
}

function plain(value: string): { shape: Shape; at: Date } | null {
  const [, year, month, date, doubt] = PART.exec(value) ?? [];
  if (!year || doubt || year.includes("X") || Number(month ?? 1) > 12) return null;
  return { shape: date ? "day" : month ? "month" : "year", at: new Date(Date.UTC(Number(year), Number(month ?? 1) - 1, Number(date ?? 1))) };
}

function part(value: string, around: Around): string | undefined {
  const found = PART.exec(value);
  if (!found) return undefined;
  const [, year = "", month, , doubt] = found;
  const [before, behind] = [doubt === "~" || doubt === "%" ? "≈ " : "", doubt === "?" || doubt === "%" ? " (?)" : ""];
  const known = plain(doubt ? value.slice(0, -1) : value);
  const shown = known ? format(known.shape, around).format(known.at) : around.of(year.includes("X") ? "X" : (month ?? ""))?.replace("{year}", year.replaceAll("X", "0"));
  return shown && `${before}${shown}${behind}`;
}
