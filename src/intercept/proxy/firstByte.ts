import type { Socket } from 'node:net';

/** Waits for the first byte a client sends, and leaves it where it is; undefined where none comes. */
export function firstByte(socket: Socket): Promise<number | undefined> {
  return new Promise((resolve) => {
    const settle = (byte: number | undefined) => {
      socket.off('readable', look);
      socket.off('close', gone);
      resolve(byte);
    };
    const look = () => {
      const chunk: unknown = socket.read();
      if (!(chunk instanceof Uint8Array)) return;
      socket.unshift(chunk);
      settle(chunk[0]);
    };
    const gone = () => settle(undefined);
    socket.on('readable', look);
    socket.once('close', gone);
  });
}
