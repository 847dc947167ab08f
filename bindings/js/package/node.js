// Node (and what else has node:fs): the module is ready when the import is.
import { readFileSync } from "node:fs";
import { initSync } from "./cubaru.js";

initSync({ module: readFileSync(new URL("./cubaru_bg.wasm", import.meta.url)) });

export {
  checkCases, ClaimQuery, Dictionaries, Document, Edtf, EventQuery, KnowledgeBase, read, readBytes, Reader, samePerson, TenureQuery, Texts, times,
} from "./cubaru.js";
export { CubaruError } from "./support.js";
