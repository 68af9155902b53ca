/** Random choices that follow from a seed. */
export interface Dice {
  /** From 0 to below 1. */
  (): number;
  /** One of these. */
  of<T>(choices: readonly T[]): T;
  /** True in this share of cases. */
  chance(share: number): boolean;
}

/** mulberry32 */
export function createDice(seed: number): Dice {
  let state = seed >>> 0;
  const roll = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  return Object.assign(roll, {
    of<T>(choices: readonly T[]): T {
      return choices[Math.floor(roll() * choices.length)] as T;
    },
    chance: (share: number) => roll() < share,
  });
}
