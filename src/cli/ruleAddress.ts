import { existsSync } from 'node:fs';
import { join } from 'node:path';

/** What `huawei-mpc/deleteTranscodingTask/deleted` or `./my-provider/deleteThing` names. */
export interface RuleAddress {
  /** A bundled name, or a contract folder. */
  readonly contract: string;
  readonly rest: readonly string[];
}

/** Splits an address; the contract is the longest beginning that is a contract folder, else the first part. */
export function ruleAddress(text: string): RuleAddress {
  const parts = text.split('/');
  for (let length = parts.length; length > 0; length -= 1) {
    const folder = parts.slice(0, length).join('/');
    const isPath = length > 1 || folder.startsWith('.');
    if (isPath && folder !== '' && existsSync(join(folder, 'lifecycle.yaml')))
      return { contract: folder, rest: parts.slice(length) };
  }
  return { contract: parts[0] ?? '', rest: parts.slice(1).filter((part) => part !== '') };
}
