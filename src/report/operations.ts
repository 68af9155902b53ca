import { basePath } from '../engine/basePath.js';
import type { CompiledContract } from '../language/compiledContract.js';
import { documentOperations } from '../language/documentOperation.js';

/** An operation of a contract as reports show it. */
export interface ReportedOperation {
  readonly id: string;
  /** Upper case. */
  readonly method: string;
  /** With the base path of the provider. */
  readonly path: string;
  readonly summary?: string;
}

/** The operations that have a decision table, in the order of the document. */
export function operationsOf({ document, lifecycle }: CompiledContract): readonly ReportedOperation[] {
  const base = basePath(document);
  return documentOperations(document)
    .filter(({ id }) => Object.hasOwn(lifecycle.operations, id))
    .map(({ id, method, path, operation: { summary } }) => ({
      id,
      method: method.toUpperCase(),
      path: base + path,
      ...(summary === undefined ? {} : { summary }),
    }));
}

/** An operation in one line: `DELETE /v1.3/tasks/{task_id} · Delete a task`. */
export function operationLine({ method, path, summary }: ReportedOperation): string {
  return `${method} ${path}${summary === undefined ? '' : ` · ${summary}`}`;
}
