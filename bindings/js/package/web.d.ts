/// <reference lib="esnext.disposable" />
export * from "./cubaru.js";

/**
 * Loads the module; to be awaited once, before anything is read. A second call changes nothing.
 *
 * `module_or_path` says where the module is when it isn't beside the script: an address, a response, bytes.
 */
export default function init(source?: {
  module_or_path: RequestInfo | URL | Response | BufferSource | WebAssembly.Module | Promise<Response | BufferSource | WebAssembly.Module>;
}): Promise<unknown>;

/** Loads the module from bytes or a compiled module, at once: for workers and tests. */
export function initSync(source: { module: BufferSource | WebAssembly.Module }): unknown;
