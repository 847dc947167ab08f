// Pages without a bundler, and bundlers that treat the module as a file: `await init()` first.
export { checkCases, default, Document, initSync, read, readBytes, Reader } from "./cubaru.js";
export { CubaruError } from "./support.js";
