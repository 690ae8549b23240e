/** The name of a file: where it lies is nobody's business. What is inside a container goes by both names. */
export function named(uri: string): string {
  const [outer = "", ...inside] = uri.split("!/");
  return [outer.split(/[\\/]/).at(-1) ?? outer, ...inside].join(" › ");
}
