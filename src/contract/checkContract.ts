import type { CompiledContract } from '../language/compiledContract.js';
import type { OpenApiDocument } from '../language/openapi.js';
import { checkOpenapi } from './checkOpenapi.js';
import { checkShape } from './checkShape.js';
import { type ContractFiles, type FileTexts, readContractFiles } from './contractFiles.js';
import { expandLifecycle } from './expand/expandLifecycle.js';
import type { Issue, PlaceOf } from './issue.js';
import { childOf, cloneLocated, type Located, placeIn, toData } from './located.js';
import { applyOverlay } from './overlay.js';
import { readFixtures } from './readFixtures.js';
import type { WrittenLifecycle } from './written.js';

/** What was found out about a contract. */
export interface CheckedContract {
  readonly issues: readonly Issue[];
  /** Missing where there is an error that leaves nothing to look at further. */
  readonly compiled?: CompiledContract;
  /** The files as they were read. */
  readonly texts: FileTexts;
  /** Locates a path of the merged document; `x-lifecycle` is still in it. */
  readonly placeOf: PlaceOf;
}

/**
 * Reads a contract, lays the overlay over the document, validates both and expands the rules; finds as much that is
 * wrong as it can in one go.
 *
 * @param where a contract's folder, or its lifecycle file.
 * @param options.base places name files relative to this folder. Default: the working directory.
 * @throws TombstoneError `contract-not-found` where there is no lifecycle file.
 */
export async function checkContract(where: string, options: { readonly base?: string } = {}): Promise<CheckedContract> {
  const files = readContractFiles(where, options.base ?? process.cwd());
  const { overlay, document, texts } = files;
  const nowhere = { file: where, line: 1, column: 1 };
  if (!overlay || !document)
    return { issues: files.issues, texts, placeOf: () => overlay?.place ?? document?.place ?? nowhere };
  const merged = applyOverlay(document, overlay);
  const placeOf: PlaceOf = (segments) => placeIn(merged.document, segments);
  const compilation = await compileMerged(files, merged.document, overlay);
  return {
    issues: [...files.issues, ...merged.issues, ...compilation.issues],
    ...(compilation.compiled && { compiled: compilation.compiled }),
    texts,
    placeOf,
  };
}

async function compileMerged(
  files: ContractFiles,
  merged: Located,
  overlay: Located,
): Promise<{ issues: Issue[]; compiled?: CompiledContract }> {
  const lifecycle = childOf(merged, 'x-lifecycle');
  const document = withoutLifecycle(merged);
  const openapiIssues = await checkOpenapi(document);
  if (!lifecycle) {
    const message = 'Nothing adds `x-lifecycle` to the document. Add an action with the target `$` that updates it.';
    return {
      issues: [
        ...openapiIssues,
        { code: 'no-lifecycle', severity: 'error', message, place: placeIn(overlay, ['actions']) },
      ],
    };
  }
  const shapeIssues = await checkShape(lifecycle);
  if (shapeIssues.length > 0) return { issues: [...openapiIssues, ...shapeIssues] };
  const expanded = expandLifecycle(toData(lifecycle) as WrittenLifecycle, (segments) =>
    placeIn(merged, ['x-lifecycle', ...segments]),
  );
  const records = files.fixtures
    ? readFixtures(files.fixtures, expanded.lifecycle.resources)
    : { fixtures: {}, issues: [] };
  const issues = [...openapiIssues, ...expanded.issues, ...records.issues];
  if (openapiIssues.length > 0) return { issues };
  const compiled: CompiledContract = {
    format: 1,
    id: files.id,
    document: toData(document) as OpenApiDocument,
    lifecycle: expanded.lifecycle,
    fixtures: records.fixtures,
  };
  return { issues, compiled };
}

function withoutLifecycle(merged: Located): Located {
  const copy = cloneLocated(merged);
  if (copy.kind === 'map') copy.entries.delete('x-lifecycle');
  return copy;
}
