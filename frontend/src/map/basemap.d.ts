/** The addresses of the base map's files, which the build makes (basemap/plugin.ts). */
declare module "virtual:basemap" {
  export const world: string;
  export const regions: string;
}
