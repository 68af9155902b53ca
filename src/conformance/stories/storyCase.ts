import type { CompiledContract } from '../../language/compiledContract.js';
import type { Citation } from '../../language/lifecycle.js';
import { readDuration } from '../../mock/clock.js';
import type { Case, Subject, Trigger } from '../case.js';
import { placeParameters } from '../derive/parameters.js';
import type { StagedRecord } from '../derive/stage.js';
import type { Story, StoryRecord, StoryTrigger } from './story.js';

const usualAtMost = 10;

/**
 * A written story as a case of its contract.
 *
 * @throws RangeError where it names an operation or a resource that the contract does not have
 */
export function storyCase(story: Story, { document, lifecycle }: CompiledContract): Case {
  const { id, title, provider, basis, given = {}, about, meanwhile = [] } = story;
  const { records = {}, switches = {}, faults = [], credentials = 'good', serverAhead = '0s' } = given;
  const staged = (resource: string, fields: StoryRecord) => stagedRecord(lifecycle, resource, fields);
  const subject = about && subjectOf(about);
  return {
    id,
    title,
    provider,
    kind: 'story',
    basis: { effect: basis, status: basis, body: basis },
    citations: [story.source ?? []].flat().map(readCitation),
    setup: {
      records: Object.entries(records).flatMap(([resource, all]) => all.map((fields) => staged(resource, fields))),
      switches,
      faults: faults.map((one) => ({ ...one, operation: `${provider}/${one.operation}` })),
      credentials,
      clockOffset: serverAhead.startsWith('-') ? -readDuration(serverAhead.slice(1)) : readDuration(serverAhead),
    },
    steps: story.do.map(({ operation, with: parameters = {}, body, until, mayBeSilent }) => ({
      operation,
      values: placeParameters(document, operation, parameters, body),
      ...(until ? { until: { atMost: usualAtMost, ...until } } : {}),
      ...(mayBeSilent ? { maySendNothing: mayBeSilent } : {}),
    })),
    meanwhile: meanwhile.map((trigger) => toTrigger(trigger, staged)),
    ...(subject ? { subject } : {}),
    maySendNothing: story.mayBeSilent ?? false,
  };
}

function stagedRecord(
  { resources }: CompiledContract['lifecycle'],
  resource: string,
  fields: StoryRecord,
): StagedRecord {
  const keyField = resources[resource]?.key.field;
  const key = keyField === undefined ? undefined : fields[keyField];
  if (typeof key !== 'string' && typeof key !== 'number')
    throw new RangeError(`a record of ${resource} needs its key${keyField === undefined ? '' : ` ${keyField}`}`);
  return { resource, key, fields };
}

function subjectOf(about: Readonly<Record<string, string | number>>): Subject | undefined {
  const [first] = Object.entries(about);
  return first && { resource: first[0], key: first[1] };
}

function toTrigger(
  { after: { operation, nth = 1 }, advance, put, remove }: StoryTrigger,
  staged: (resource: string, fields: StoryRecord) => StagedRecord,
): Trigger {
  const after = { operation, nth };
  const [record] = Object.entries(put ?? {});
  if (record) return { after, effect: { put: staged(record[0], record[1]) } };
  const gone = remove && subjectOf(remove);
  return { after, effect: gone ? { remove: gone } : { advance: advance ?? '0s' } };
}

/** `src003 "Status code 400"` */
function readCitation(text: string): Citation {
  const [, source = text, place] = /^(\S+)(?:\s+"(.*)")?$/.exec(text.trim()) ?? [];
  return place === undefined ? { source } : { source, place };
}
