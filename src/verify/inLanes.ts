/**
 * Works through a list: what is in the same lane one after the other, in order; lanes beside each other, so many at most.
 * What came of it is in the order of the list.
 *
 * @param laneOf undefined: a lane of its own
 */
export async function inLanes<One, Done>(
  all: readonly One[],
  { laneOf, width }: { readonly laneOf: (one: One) => string | undefined; readonly width: number },
  work: (one: One) => Promise<Done>,
): Promise<readonly Done[]> {
  const lanes = new Map<string | number, (readonly [number, One])[]>();
  for (const [index, one] of all.entries()) {
    const name = laneOf(one) ?? index;
    const lane = lanes.get(name) ?? [];
    lanes.set(name, lane);
    lane.push([index, one]);
  }
  const done: Done[] = [];
  const waiting = [...lanes.values()];
  const workThrough = async () => {
    for (let lane = waiting.shift(); lane; lane = waiting.shift())
      for (const [index, one] of lane) done[index] = await work(one);
  };
  await Promise.all(Array.from({ length: width }, workThrough));
  return done;
}
