import type { ClientDescription, Defect } from '../clients/clientKit.js';

/** A client with one general defect. It knows nothing of cases. */
export interface Mutant {
  readonly name: string;
  /** What is wrong with it, in a sentence. */
  readonly about: string;
  /** The provider whose reference client it is made of. */
  readonly provider: string;
  /** The checks it fails, exactly. */
  readonly fails: readonly string[];
  readonly defect: Defect;
  /** Where the defect is in what the client knows. */
  readonly description?: (right: ClientDescription) => ClientDescription;
}
