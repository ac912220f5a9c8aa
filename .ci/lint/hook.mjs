// The language service imports JSON files without the attribute that Node wants (`with {type: "json"}`).
// Loaded by `node --import`, this file registers itself as a loader which hands such files over as modules.
import { readFile } from "node:fs/promises";
import { register } from "node:module";
import { isMainThread } from "node:worker_threads";

if (isMainThread) register(import.meta.url);

export async function load(url, context, nextLoad) {
  if (!url.startsWith("file:") || !url.endsWith(".json")) return nextLoad(url, context);
  const json = await readFile(new URL(url), "utf8");
  return { format: "module", source: `export default ${json};`, shortCircuit: true };
}
