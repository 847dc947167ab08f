/** What is known of a text, and how long it may be. Every key is optional; an unknown one is an error. */
export interface ReadOptions extends Metadata {
  /** The longest text to take, in bytes of UTF-8; 10 MiB where nothing is said. */
  readonly limit?: number;
}

/** Why a text could not be read. Odd prose never is an error. */
export class CubaruError extends Error {
  private constructor();
  readonly name: "CubaruError";
  /** A stable code for programs. */
  readonly code: "bad-argument" | "bad-case" | "bad-date" | "not-utf8" | "too-long" | (string & {});
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
