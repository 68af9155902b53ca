/** The end of what a stream brought; it never holds more than twice its limit. */
export interface Tail {
  add(chunk: Buffer): void;
  /** How many bytes came so far. */
  readonly length: number;
  /** What came after so many bytes, without a beginning that is no longer held. */
  since(mark: number): string;
}

/** @param limit how many bytes of the end are held at least; default 64 KiB */
export function createTail(limit = 65_536): Tail {
  let held = Buffer.alloc(0);
  let length = 0;
  return {
    add(chunk) {
      length += chunk.length;
      held = Buffer.concat([held, chunk]);
      if (held.length > 2 * limit) held = Buffer.from(held.subarray(-limit));
    },
    get length() {
      return length;
    },
    since(mark) {
      const dropped = length - held.length;
      if (mark >= dropped) return text(held.subarray(mark - dropped));
      return `… ${dropped - mark} bytes before this\n${text(held)}`;
    },
  };
}

/** A cut may have left the end of a character at the beginning. */
function text(bytes: Buffer): string {
  let start = 0;
  while (start < 3 && ((bytes[start] ?? 0) & 0xc0) === 0x80) start += 1;
  return bytes.toString('utf8', start);
}
