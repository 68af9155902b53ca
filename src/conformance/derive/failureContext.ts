import type { Contract, LinkedOperation } from '../../engine/contract.js';
import type { LoadedContract } from '../../engine/loadedContract.js';
import type { DocumentOperation } from '../../language/documentOperation.js';
import type { DerivedCase } from './deriveCases.js';

/** What the ways to have one operation refused are made from. */
export interface FailureContext {
  readonly source: LoadedContract;
  readonly contract: Contract;
  readonly operation: LinkedOperation;
  readonly declared: DocumentOperation;
  /** The operation's first success: its request is the one that is spoilt. */
  readonly success: DerivedCase;
}
