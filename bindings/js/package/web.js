// Pages without a bundler, and bundlers that treat the module as a file: `await init()` first.
export {
  checkCases, ClaimQuery, default, Dictionaries, Document, Edtf, EventQuery, initSync, KnowledgeBase, read, readBytes, Reader, samePerson, TenureQuery,
  Texts, times,
} from "./cubaru.js";
export { CubaruError } from "./support.js";
