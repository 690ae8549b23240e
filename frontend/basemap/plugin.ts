/** Puts the base map among the files of the page, each under a name that changes with its content. */
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { Plugin } from "vite";
import { basemap } from "./build";
import { FOLDER, READ } from "./knowledge";

const NAME = "virtual:basemap";
const HERE = fileURLToPath(new URL(".", import.meta.url));
/** What was made of the same sources before is taken from here: it takes ten seconds to make. */
const KEPT = fileURLToPath(new URL("../node_modules/.cache/", import.meta.url));

/** `import { world, regions } from "virtual:basemap"` gives the addresses of the two files. */
export function basemapPlugin(): Plugin {
  return {
    name: "basemap",
    apply: "build",
    resolveId: (id) => (id === NAME ? `\0${NAME}` : null),
    load(id) {
      if (id !== `\0${NAME}`) return null;
      const lines = Object.entries(made()).map(([name, source]) => {
        const file = this.emitFile({ type: "asset", name: `${name}.json`, source });
        return `export const ${name} = import.meta.ROLLUP_FILE_URL_${file};`;
      });
      return lines.join("\n");
    },
  };
}

function made(): Record<string, string> {
  const sources = [...readdirSync(HERE).sort().map((name) => HERE + name), ...READ.map((name) => FOLDER + name), fileURLToPath(new URL("../package.json", import.meta.url))];
  const hash = createHash("sha256");
  for (const source of sources) hash.update(readFileSync(source));
  const file = `${KEPT}basemap-${hash.digest("hex").slice(0, 16)}.json`;
  if (existsSync(file)) return JSON.parse(readFileSync(file, "utf8")) as Record<string, string>;
  const found = basemap();
  mkdirSync(KEPT, { recursive: true });
  writeFileSync(file, JSON.stringify(found));
  return found;
}
