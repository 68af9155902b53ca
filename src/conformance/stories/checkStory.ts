import type { Issue } from '../../contract/issue.js';
import { keyPlaceIn, type Located, placeIn } from '../../contract/located.js';
import { didYouMean } from '../../errors.js';
import type { CompiledContract } from '../../language/compiledContract.js';
import { documentOperation } from '../../language/documentOperation.js';
import type { Story, StoryRecord } from './story.js';

type Path = readonly (string | number)[];
/** Something a story names, what it is, what there is of that kind, and where it stands. */
type Named = readonly [name: string, kind: string, known: readonly string[], path: Path];

/** What a story that fits its schema has wrong about its contract, each at its line. */
export function checkStory(story: Story, root: Located, contract: CompiledContract): readonly Issue[] {
  const issue = (message: string, path: Path, place = placeIn): Issue => ({
    code: 'bad-story',
    severity: 'error',
    message,
    place: place(root, path),
  });
  const unknown = named(story, contract)
    .filter(([name, , known]) => !known.includes(name))
    .map(([name, kind, known, path]) =>
      issue(
        `There is no ${kind} "${name}".${didYouMean(name, known) || ` There is ${known.join(', ')}.`}`,
        path,
        keyPlaceIn,
      ),
    );
  const keyless = recordsOf(story).flatMap(([resource, fields, path]) => {
    const key = contract.lifecycle.resources[resource]?.key.field;
    return key === undefined || ['string', 'number'].includes(typeof fields[key])
      ? []
      : [issue(`A record of ${resource} needs its key ${key}.`, path)];
  });
  const { length } = story.do;
  const uneven =
    story.expect.length === length
      ? []
      : [issue(`There are ${length} calls and ${story.expect.length} rules; each call is decided by one.`, ['expect'])];
  return [...unknown, ...keyless, ...uneven];
}

function named(story: Story, { id, document, lifecycle }: CompiledContract): readonly Named[] {
  const { given = {}, about = {}, meanwhile = [] } = story;
  const { switches, sources } = lifecycle;
  const operations = Object.keys(lifecycle.operations);
  const operation = (name: string, path: Path): Named => [name, 'operation', operations, [...path, 'operation']];
  const resource = (name: string, path: Path): Named => [name, 'resource', Object.keys(lifecycle.resources), path];
  return [
    [story.provider, 'other provider here', [id], ['provider']],
    ...[story.source ?? []]
      .flat()
      .map((text): Named => [text.split(' ')[0] ?? '', 'source', Object.keys(sources), ['source']]),
    ...recordsOf(story).map(([name, , path]) => resource(name, path)),
    ...Object.keys(about).map((name) => resource(name, ['about', name])),
    ...meanwhile.flatMap(({ after, remove = {} }, index) => [
      operation(after.operation, ['meanwhile', index, 'after']),
      ...Object.keys(remove).map((name) => resource(name, ['meanwhile', index, 'remove', name])),
    ]),
    ...(given.faults ?? []).map((one, index) => operation(one.operation, ['given', 'faults', index])),
    ...Object.entries(given.switches ?? {}).flatMap(([name, value]): readonly Named[] => {
      const path = ['given', 'switches', name];
      const values = switches[name] && Object.keys(switches[name].values);
      return [
        [name, 'switch', Object.keys(switches), path],
        ...(values ? [[value, `value of ${name}`, values, path] as const] : []),
      ];
    }),
    ...story.do.flatMap((call, index): readonly Named[] => {
      const declared = documentOperation(document, call.operation)?.parameters.map(({ name }) => name);
      return [
        operation(call.operation, ['do', index]),
        ...(declared ? Object.keys(call.with ?? {}) : []).map(
          (name): Named => [name, `parameter of ${call.operation}`, declared ?? [], ['do', index, 'with', name]],
        ),
      ];
    }),
  ];
}

function recordsOf({ given = {}, meanwhile = [] }: Story): readonly (readonly [string, StoryRecord, Path])[] {
  const first = Object.entries(given.records ?? {}).flatMap(([resource, all]) =>
    all.map((fields, index) => [resource, fields, ['given', 'records', resource, index]] as const),
  );
  const later = meanwhile.flatMap(({ put = {} }, index) =>
    Object.entries(put).map(([resource, fields]) => [resource, fields, ['meanwhile', index, 'put', resource]] as const),
  );
  return [...first, ...later];
}
