/** Writes the faces of a font for `@noto "Family" PACKAGE WEIGHTS SUBSETS;`: one for each weight and alphabet. */
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { Plugin } from "vite";

const RULE = /@noto "([^"]+)" ([a-z-]+) ([\d ]+) ([a-z -]+);/g;

export function fontsPlugin(): Plugin {
  return {
    name: "fonts",
    enforce: "pre",
    transform: (css, id) => (id.endsWith("/src/fonts.css") ? css.replace(RULE, (_, family: string, from: string, weights: string, subsets: string) => faces(family, from, weights.split(" "), subsets.split(" "))) : null),
  };
}

function faces(family: string, from: string, weights: string[], subsets: string[]): string {
  const file = fileURLToPath(new URL(`node_modules/@fontsource/${from}/unicode.json`, import.meta.url));
  const ranges = JSON.parse(readFileSync(file, "utf8")) as Record<string, string>;
  const face = (weight: string, subset: string): string => `@font-face {
  font-family: "${family}";
  font-weight: ${weight};
  font-display: swap;
  src: url("@fontsource/${from}/files/${from}-${subset}-${weight}-normal.woff2") format("woff2");
  unicode-range: ${ranges[subset]};
}
`;
  return weights.flatMap((weight) => subsets.map((subset) => face(weight, subset))).join("");
}
