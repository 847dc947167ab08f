/// <reference lib="esnext.disposable" />
export * from "./cubaru.js";
