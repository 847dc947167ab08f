/** What is known of a text, and how long it may be. Every key is optional; an unknown one is an error. */
export interface ReadOptions extends Metadata {
  /** The longest text to take, in bytes of UTF-8; 10 MiB where nothing is said. */
  readonly limit?: number;
}

/** What `times` takes. Every key is optional; an unknown one is an error. */
export interface TimesOptions {
  /** The day from which times are counted: `2023`, `2023-06` or `2023-06-04`. */
  readonly anchor?: string;
  /** The longest text to take, in bytes of UTF-8; 10 MiB where nothing is said. */
  readonly limit?: number;
}

/** What an `Edtf` is. */
export type EdtfKind = "date" | "time" | "interval" | "one-of" | "all-of";

/** How fine an `Edtf` is, from the finest. */
export type EdtfPrecision =
  "second" | "day" | "month" | "quarter" | "season" | "third" | "half" | "year" | "decade" | "century" | "millennium";

/** How one stretch of days lies to another: Allen's relations. */
export type Allen =
  | "before" | "meets" | "overlaps" | "finishes" | "during" | "starts" | "equals" | "started-by" | "contains" | "finished-by"
  | "overlapped-by" | "met-by" | "after";

/** Why a text could not be read. Odd prose never is an error. */
export class CubaruError extends Error {
  private constructor();
  readonly name: "CubaruError";
  /** A stable code for programs. */
  readonly code: "bad-argument" | "bad-case" | "bad-date" | "bad-rule" | "edtf-calendar" | "edtf-order" | "edtf-range" | "edtf-syntax" | "not-utf8" | "too-long" | (string & {});
  /**
   * Where the text is to blame, in UTF-16 units; of bytes that are not UTF-8, in the string that `TextDecoder` makes of them.
   */
  readonly span: Span | undefined;
  /** What to do. */
  readonly hint: string;
}

/** A case whose outline came out otherwise. */
export interface CaseFailure {
  /** The case's heading. */
  readonly title: string;
  /** The line of its heading, counted from 1. */
  readonly line: number;
  /** What the case expects. */
  readonly expected: string;
  /** What reading gave. */
  readonly found: string;
}
