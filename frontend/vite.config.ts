import { svelte } from "@sveltejs/vite-plugin-svelte";
import { defineConfig } from "vite";
import { basemapPlugin } from "./basemap/plugin";
import { fontsPlugin } from "./fonts";

export default defineConfig({
  plugins: [svelte(), basemapPlugin(), fontsPlugin()],
  // No inline scripts and no data addresses: the page runs under a policy that knows only its own files.
  build: {
    outDir: "../src/according/web",
    emptyOutDir: true,
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    target: "es2022",
    // Lazy screens stay under it; what is larger should be noticed.
    chunkSizeWarningLimit: 400,
  },
});
