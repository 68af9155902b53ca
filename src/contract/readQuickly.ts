import type { Place } from '../language/lifecycle.js';
import { keyPlaceIn, type Located, type LocatedEntry, placeIn } from './located.js';
import { readYaml, type YamlReading } from './readYaml.js';

/** Where a value stands in a text, from the inside out. */
interface Step {
  readonly within: Step | undefined;
  readonly segment: string | number;
}

/** Works out a place: of a value, or of the key it stands under. */
type Find = (step: Step | undefined, ofKey: boolean) => Place;

/**
 * Reads a text as `readYaml` does, but where it is JSON without looking where its parts stand: that takes a hundred times
 * as long, and is only needed where something is wrong. Its parts and their places are worked out when somebody looks.
 *
 * Of a key that is there twice the last one counts; `readYaml` refuses that.
 */
export function readQuickly(text: string, file: string): YamlReading {
  const data = /^\s*[[{]/.test(text) ? parse(text) : undefined;
  if (data === undefined) return readYaml(text, file);
  let whole: Located | undefined;
  const find: Find = (step, ofKey) => {
    whole ??= readYaml(text, file).root ?? { kind: 'scalar', place: { file, line: 1, column: 1 }, value: null };
    return (ofKey ? keyPlaceIn : placeIn)(whole, pathOf(step));
  };
  return { root: locate(data, undefined, { file, find }), issues: [] };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

interface Source {
  readonly file: string;
  readonly find: Find;
}

function locate(data: unknown, step: Step | undefined, source: Source): Located {
  const place = laterPlace(step, false, source);
  if (data === null || typeof data !== 'object') return { kind: 'scalar', place, value: data };
  const copy = () => locate(data, step, source);
  if (Array.isArray(data)) {
    let items: Located[] | undefined;
    return {
      kind: 'list',
      place,
      get items() {
        items ??= data.map((item, segment) => locate(item, { within: step, segment }, source));
        return items;
      },
      unread: () => (items ? undefined : { data, copy }),
    };
  }
  let entries: Map<string, LocatedEntry> | undefined;
  return {
    kind: 'map',
    place,
    get entries() {
      entries ??= new Map(Object.entries(data).map(([segment, value]) => [segment, entry(value, segment)] as const));
      return entries;
    },
    unread: () => (entries ? undefined : { data, copy }),
  };

  function entry(value: unknown, segment: string): LocatedEntry {
    const under = { within: step, segment };
    return { key: laterPlace(under, true, source), value: locate(value, under, source) };
  }
}

function laterPlace(step: Step | undefined, ofKey: boolean, { file, find }: Source): Place {
  return {
    file,
    get line() {
      return find(step, ofKey).line;
    },
    get column() {
      return find(step, ofKey).column;
    },
  };
}

function pathOf(step: Step | undefined): (string | number)[] {
  const path: (string | number)[] = [];
  for (let at = step; at; at = at.within) path.unshift(at.segment);
  return path;
}
