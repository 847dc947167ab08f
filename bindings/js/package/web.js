// Pages without a bundler, and bundlers that treat the module as a file: `await init()` first.
export { checkCases, default, Dictionaries, Document, Edtf, initSync, read, readBytes, Reader, samePerson, times } from "./cubaru.js";
export { CubaruError } from "./support.js";
