import type { ErrorCode } from '../../errors.js';
import type { Place, Switch } from '../../language/lifecycle.js';
import type { WrittenShared } from '../written.js';

/** A path inside `x-lifecycle`. */
export type Path = readonly (string | number)[];

/** What every part of the expansion may look at and where it leaves its complaints. */
export interface ExpandContext {
  readonly shared: WrittenShared;
  readonly switches: Readonly<Record<string, Switch>>;
  readonly placeOf: (path: Path) => Place;
  readonly complain: (code: ErrorCode, message: string, path: Path) => void;
}
