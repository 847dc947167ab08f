// What the module takes from JavaScript.

/** Why a text could not be read. */
export class CubaruError extends Error {
  constructor(code, message, hint, start, end) {
    super(message);
    this.name = "CubaruError";
    this.code = code;
    this.span = start === undefined ? undefined : Object.freeze({ start, end });
    this.hint = hint;
  }
}

/** What some JSON says, frozen to the last leaf: a layer is shared by all who ask for it. */
export function parse(json) {
  return freeze(JSON.parse(json));
}

function freeze(value) {
  if (value !== null && typeof value === "object") {
    for (const key in value) freeze(value[key]);
    Object.freeze(value);
  }
  return value;
}

/** Options as JSON. Lone surrogates and numbers that aren't any are spelt out: JSON would lose them. */
export function stringify(options) {
  const json = JSON.stringify(options, (_, value) => {
    if (typeof value === "string") return value.replace(/\p{Surrogate}/gu, "\ufffd");
    return typeof value === "number" && !Number.isFinite(value) ? String(value) : value;
  });
  return String(json);
}

/** The bytes of a Uint8Array; nothing for another value. */
export function bytes(value) {
  return value instanceof Uint8Array ? value : undefined;
}
