import type { CompiledContract } from '../language/compiledContract.js';
import type { OpenApiDocument } from '../language/openapi.js';
import { checkOpenapi } from './checkOpenapi.js';
import { checkShape } from './checkShape.js';
import { type ContractFiles, type FileTexts, readContractFiles } from './contractFiles.js';
import { expandLifecycle } from './expand/expandLifecycle.js';
import type { Issue, PlaceOf } from './issue.js';
import { childOf, type Located, placeIn, toData } from './located.js';
import { applyOverlay } from './overlay.js';
import { readFixtures } from './readFixtures.js';
import { readQuickly } from './readQuickly.js';
import { readYaml } from './readYaml.js';
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

/** How a contract is read and checked. */
export interface CheckOptions {
  /** Places name files relative to this folder. Default: the working directory. */
  readonly base?: string;
  /**
   * `whole` (the default): everything. `quick`: not whether the document and its schemas follow OpenAPI and JSON Schema,
   * and of JSON files not where something stands until somebody asks; these take longer than all the rest.
   */
  readonly depth?: 'whole' | 'quick';
}

/**
 * Reads a contract, lays the overlay over the document, validates both and expands the rules; finds as much that is
 * wrong as it can in one go.
 *
 * @param where a contract's folder, or its lifecycle file.
 * @throws TombstoneError `contract-not-found` where there is no lifecycle file. With the depth `quick`, whatever comes
 *   of a document that only pretends to be one.
 */
export async function checkContract(
  where: string,
  { base = process.cwd(), depth = 'whole' }: CheckOptions = {},
): Promise<CheckedContract> {
  const files = readContractFiles(where, base, depth === 'whole' ? readYaml : readQuickly);
  const { overlay, document, texts } = files;
  const nowhere = { file: where, line: 1, column: 1 };
  if (!overlay || !document)
    return { issues: files.issues, texts, placeOf: () => overlay?.place ?? document?.place ?? nowhere };
  const merged = applyOverlay(document, overlay);
  const placeOf: PlaceOf = (segments) => placeIn(merged.document, segments);
  const compilation = await compileMerged(files, merged.document, overlay, depth);
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
  depth: 'whole' | 'quick',
): Promise<{ issues: Issue[]; compiled?: CompiledContract }> {
  const lifecycle = childOf(merged, 'x-lifecycle');
  const document = withoutLifecycle(merged);
  const data = toData(document) as OpenApiDocument;
  const openapiIssues = await checkOpenapi(document, data, depth);
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
    document: data,
    lifecycle: expanded.lifecycle,
    fixtures: records.fixtures,
  };
  return { issues, compiled };
}

function withoutLifecycle(merged: Located): Located {
  if (merged.kind !== 'map') return merged;
  const entries = new Map(merged.entries);
  entries.delete('x-lifecycle');
  return { kind: 'map', place: merged.place, entries };
}
