import { describe, expect, it } from 'vitest';
import { createPlaceMap, placeEmptied, placeFor, placeTaken, sparePlaces } from '../../../src/store/placeMap.js';

interface Box {
  full: boolean;
}

function isEmpty({ full }: Box): boolean {
  return !full;
}

function boxes() {
  const map = createPlaceMap<Box>();
  const fill = (name: string) => {
    placeFor(map, name, () => ({ full: false }), isEmpty).full = true;
    placeTaken(map);
  };
  const empty = (name: string) => {
    const box = map.places.get(name);
    if (box) box.full = false;
    placeEmptied(map);
  };
  return { map, fill, empty };
}

describe('a map whose places outlive what stood in them', () => {
  it('keeps an emptied place for the next one of that name', () => {
    const { map, fill, empty } = boxes();
    fill('a');
    const place = map.places.get('a');
    const places = map.places;
    for (let turn = 0; turn < 1000; turn += 1) {
      empty('a');
      fill('a');
    }
    expect(map.places.get('a')).toBe(place);
    expect(map.places).toBe(places);
    expect(map.taken).toBe(1);
  });

  it('keeps the places of all that was emptied, for when all of it comes back', () => {
    const { map, fill, empty } = boxes();
    for (let round = 0; round < 3; round += 1) {
      for (let turn = 0; turn < 30_000; turn += 1) fill(`${turn}`);
      for (let turn = 0; turn < 30_000; turn += 1) empty(`${turn}`);
    }
    expect(map.places.size).toBe(30_000);
    expect(map.taken).toBe(0);
  });

  it('never holds many more empty places than taken ones once something new comes', () => {
    const { map, fill, empty } = boxes();
    for (let turn = 0; turn < 30_000; turn += 1) fill(`${turn}`);
    for (let turn = 0; turn < 29_990; turn += 1) {
      empty(`${turn}`);
      if (turn % 100 > 0) continue;
      fill(`new ${turn}`);
      expect(map.places.size).toBeLessThanOrEqual(2 * map.taken + sparePlaces + 1);
      empty(`new ${turn}`);
    }
    expect([...map.places].filter(([, { full }]) => full).map(([name]) => name)).toEqual(
      Array.from({ length: 10 }, (_, at) => `${29_990 + at}`),
    );
  });
});
