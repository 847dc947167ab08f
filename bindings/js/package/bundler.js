// Bundlers that import WebAssembly as a module: ready when the import is.
import * as wasm from "./cubaru_bg.wasm";
import { __wbg_set_wasm } from "./cubaru_bg.js";

__wbg_set_wasm(wasm);
wasm.__wbindgen_start();

export {
  checkCases, ClaimQuery, Dictionaries, Document, Edtf, EventQuery, KnowledgeBase, read, readBytes, Reader, samePerson, TenureQuery, Texts, times,
} from "./cubaru_bg.js";
export { CubaruError } from "./support.js";
