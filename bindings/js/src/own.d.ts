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

/** What is known of a person. What is `null`, empty or left out is not known. */
export interface Person {
  /** The name, in any of the scripts that are read, with or without titles. */
  readonly name: string;
  /** The country that the person acts for: ISO 3166-1 alpha-3, or a name in English. */
  readonly country?: string | null;
  /** The office or occupation, in English. */
  readonly office?: string | null;
  /** A year in which a text says so; a string may begin with one. */
  readonly year?: number | string | null;
}

/** Whether two names are the same person, and why. */
export interface Comparison {
  /** Whether they are: nothing rules it out, and the score is high enough. */
  readonly same: boolean;
  /** From 0 to 100; it sorts pairs, and is no probability. */
  readonly score: number;
  /** The reasons: those for one person, those that make it less likely, those that rule it out. */
  readonly why: readonly Reason[];
}

/** A reason for or against two names being one person. */
export interface Reason {
  /** Its stable name, such as `same-family-name`. */
  readonly id: string;
  /** What it speaks for. */
  readonly stance: "for" | "doubt" | "against";
  /** The words that it rests on, as they stand in the two, sorted. */
  readonly words: readonly string[];
}

/** Why a text could not be read. Odd prose never is an error. */
export class CubaruError extends Error {
  private constructor();
  readonly name: "CubaruError";
  /** A stable code for programs. */
  readonly code: "ambiguous" | "bad-argument" | "bad-case" | "bad-date" | "bad-json" | "bad-line" | "bad-person" | "bad-rule" | "bad-value" | "edtf-calendar" | "edtf-order" | "edtf-range" | "edtf-syntax" | "not-utf8" | "too-long" | "unknown" | (string & {});
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
