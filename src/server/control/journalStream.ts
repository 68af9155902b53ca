import type { Exchange, Mock } from '../../mock/mock.js';
import type { OpenStream } from './call.js';

/** How long a client that does not read has for what is on its way, in milliseconds. */
const grace = 5000;

/** How many exchanges are decoded at a time. */
const batch = 32;

/**
 * Streams the exchanges after that number and those that follow, as server-sent events.
 *
 * What a client does not read in time stays in the journal and nowhere else. Once it is no longer there, the client is
 * told so and dropped.
 *
 * @param after without it, only what follows
 * @param heartbeat milliseconds between comments, by which both sides see that the other is there
 */
export function journalStream(journal: Mock['journal'], after: number | undefined, heartbeat: number): OpenStream {
  return (response, connections) => {
    response.writeHead(200, { 'Content-Type': 'text/event-stream', 'Cache-Control': 'no-store' });
    if (response.req.method === 'HEAD' || connections.stopping) {
      response.end();
      return;
    }
    response.flushHeaders();
    // A number from before a restart of the server says nothing about this journal.
    let sent = after === undefined || after <= journal.last ? (after ?? journal.last) : 0;
    // While the client reads, it has all there is; while it does not, nothing more is written.
    let reads = true;

    const write = (exchange: Exchange) => {
      reads = response.write(`event: exchange\nid: ${exchange.seq}\ndata: ${JSON.stringify(exchange)}\n\n`);
      sent = exchange.seq;
    };
    const catchUp = () => {
      reads = true;
      for (let next = journal.list(sent, batch); reads && next.length > 0; next = journal.list(sent, batch)) {
        for (const exchange of next) if (reads) write(exchange);
      }
    };
    const follow = (exchange: Exchange) => {
      if (reads) write(exchange);
      else if (journal.list(sent, 1)[0]?.seq !== sent + 1) drop();
    };
    const drop = () => {
      end(`: dropped: it read too slowly, and exchange ${sent + 1} is no longer kept\n\n`);
      const { socket } = response.req;
      socket.destroySoon();
      const deadline = setTimeout(() => socket.destroy(), grace).unref();
      socket.once('close', () => clearTimeout(deadline));
    };
    const end = (lastWords: string) => {
      leave();
      response.end(lastWords);
    };
    const close = () => end(': the listener was closed\n\n');
    const unsubscribe = journal.subscribe(follow);
    const beat = setInterval(() => {
      if (reads) reads = response.write(': still here\n\n');
    }, heartbeat).unref();
    const leave = () => {
      unsubscribe();
      clearInterval(beat);
      response.off('drain', catchUp);
      connections.streams.delete(close);
    };
    connections.streams.add(close);
    response.on('drain', catchUp);
    response.once('close', leave);
    catchUp();
  };
}
