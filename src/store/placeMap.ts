/** How many empty places a map may keep, when a new one is made, beyond as many as are taken: one takes about 200 bytes. */
export const sparePlaces = 1024;

/**
 * A map from names to places that outlive what stood in them. Deleting a key of a JavaScript Map and setting it again
 * gets slower with every key the Map holds (V8 leaves the deleted entry in the key's hash chain until it rehashes), and
 * tests that reset and delete one fixed id do nothing else. So places stay, marked empty by whoever owns them, and are
 * thrown out together when a new one is made and the empty ones outnumber the taken. Until then they stay, however many:
 * a test that deletes all it was given and begins again finds its places, and leaves nothing for the garbage collector.
 */
export interface PlaceMap<P> {
  /** Replaced as a whole when it is pruned, never deleted from. */
  places: Map<string, P>;
  taken: number;
}

export function createPlaceMap<P>(): PlaceMap<P> {
  return { places: new Map(), taken: 0 };
}

/** The place of that name, made where there is none; it is the caller who says that it is taken. */
export function placeFor<P>(map: PlaceMap<P>, name: string, make: () => P, isEmpty: (place: P) => boolean): P {
  const known = map.places.get(name);
  if (known !== undefined) return known;
  prune(map, isEmpty);
  const made = make();
  map.places.set(name, made);
  return made;
}

/** To be called when something was put into an empty place. */
export function placeTaken<P>(map: PlaceMap<P>): void {
  map.taken += 1;
}

/** To be called when a place has become empty. */
export function placeEmptied<P>(map: PlaceMap<P>): void {
  map.taken -= 1;
}

/** Throws the empty places out where they outnumber the taken; to be called before a new one is made. */
export function prune<P>(map: PlaceMap<P>, isEmpty: (place: P) => boolean): void {
  if (map.places.size <= 2 * map.taken + sparePlaces) return;
  // A new Map: the old one would keep the room, and the deleted entries, of all that were in it.
  const kept = new Map<string, P>();
  for (const [name, place] of map.places) {
    if (!isEmpty(place)) kept.set(name, place);
  }
  map.places = kept;
}
