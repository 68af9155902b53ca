import type { Lifecycle } from './lifecycle.js';
import type { OpenApiDocument } from './openapi.js';

/** Records of a provider by resource, as fixtures and the state export write them: wire names and wire values. */
export type RecordSet = Readonly<Record<string, readonly Readonly<Record<string, unknown>>[]>>;

/** A provider's contract, compiled: plain JSON, so that it can be written at build time and read in a browser. */
export interface CompiledContract {
  readonly format: 1;
  /** The provider's id: the name of its folder. */
  readonly id: string;
  /** The OpenAPI document after the overlay, without `x-lifecycle`; internal `$ref`s are kept. */
  readonly document: OpenApiDocument;
  readonly lifecycle: Lifecycle;
  /** The records a sandbox starts with where the user gives none. */
  readonly fixtures: RecordSet;
}

/** One complaint about an input, in the words of JSON Schema (the part of ajv's error object that is read). */
export interface InputIssue {
  readonly instancePath: string;
  readonly keyword: string;
  readonly params: Readonly<Record<string, unknown>>;
  readonly message?: string;
}

/** Checks one operation's input in place (defaults are filled in); complaints are left in `errors`. */
export interface InputValidator {
  (input: unknown): boolean;
  errors?: null | readonly InputIssue[];
}

/** Gives the validator of an operation's input (see `inputSchema`); compiled ahead, or on first use. */
export type InputValidators = (operationId: string) => InputValidator;
