const newline = 10;

/** What a stream of bytes is told as: lines, without their ends, until one is too long. */
export interface LineListener {
  line(text: string): void;
  /** Nothing is told after it. */
  tooLong(start: string): void;
}

/** Cuts chunks of bytes into lines; holds at most one line of `limit` bytes. */
export function splitLines(limit: number, listener: LineListener): (chunk: Buffer) => void {
  let parts: Buffer[] = [];
  let size = 0;
  let deaf = false;

  function take(part: Buffer): boolean {
    parts.push(part);
    size += part.length;
    if (size <= limit) return true;
    deaf = true;
    const start = Buffer.concat(parts, 1024).toString('utf8');
    parts = [];
    listener.tooLong(start);
    return false;
  }

  return (chunk) => {
    let from = 0;
    while (!deaf) {
      const end = chunk.indexOf(newline, from);
      if (!take(chunk.subarray(from, end === -1 ? undefined : end)) || end === -1) return;
      const line = Buffer.concat(parts).toString('utf8');
      parts = [];
      size = 0;
      from = end + 1;
      listener.line(line);
    }
  };
}
