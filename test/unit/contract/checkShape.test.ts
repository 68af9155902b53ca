import { describe, expect, test } from 'vitest';
import { checkEdited } from './support/editedContract.js';

describe('a lifecycle that does not follow the schema', () => {
  test.each([
    [
      '        version: 1',
      '        version: 2',
      '<2> lifecycle-shape: Expected version of the language 1; found 2 (version).',
    ],
    ['time: iso', 'tme: iso', '<tme: iso> lifecycle-shape: Unknown key "tme" (tme); x-lifecycle knows version, time'],
    [
      'time: iso',
      'time: is',
      '<is> lifecycle-shape: Expected a way to write instants: iso, iso-ms, epoch-ms, compact; found "is" (time). Did you mean "iso"?',
    ],
    [
      '{ id: busy, when: { state: moving }',
      '{ id: busy, whn: { state: moving }',
      'Unknown key "whn" (operations.deleteParcel.decide.1.whn); a row knows id, basis, source, when, effect, list, show, reply, switch, means. Did you mean "when"?',
    ],
    ['id: busy, when', 'idd: busy, when', 'Unknown key "idd" (operations.deleteParcel.decide.1.idd)'],
    [
      'effect: { move: lost }',
      'effect: { mve: lost }',
      'Unknown key "mve" (operations.reportLost.decide.1.effect.mve); an effect knows on, create, delete, set, merge, unset, move. Did you mean "move"?',
    ],
    [
      'effect: { move: lost }',
      'effect: { move: lost, set: { note: x } }',
      'Expected an effect with one verb; found a map with move, set',
    ],
    [
      'effect: { move: lost }',
      'effect: { on: depot, delete: parcels }',
      '"delete" cannot be given together with what else stands here',
    ],
    [
      'effect: { move: lost }',
      'effect: remove',
      'Expected an effect (or a map with one of create, delete, set, merge, unset, move): create, delete; found "remove"',
    ],
    [
      'reply: 409 busy, basis: documented',
      'reply: 409  busy, basis: documented',
      'Expected a reply: a status, and the name of an example where there is one; found "409  busy"',
    ],
    [
      'reply: 409 busy, basis: documented',
      'reply: 40, basis: documented',
      'found 40 (operations.deleteParcel.decide.1.reply)',
    ],
    [
      'reply: 409 busy, basis: documented',
      'reply: { sttus: 409 }, basis: documented',
      'Unknown key "sttus" (operations.deleteParcel.decide.1.reply.sttus); a reply knows status, example, body, headers. Did you mean "status"?',
    ],
    [
      'after: 1s',
      'after: 1 second',
      'Expected a duration: 250ms, 10s, 5m, 1h or 90d; found "1 second" (resources.parcel.state.flow.waiting.after).',
    ],
    [
      '{ after: 1s, to: moving }',
      '{ to: moving }',
      '"reads" is missing (resources.parcel.state.flow.waiting). Give `after` or `reads`.',
    ],
    [
      '{ after: 1s, to: moving }',
      '{ after: 1s, reads: 2, to: moving }',
      '"reads" cannot be given together with what else stands here',
    ],
    [
      'kind: methodNotAllowed',
      'kind: methodNotAlowed',
      'found "methodNotAlowed" (failures.4.when.kind). Did you mean "methodNotAllowed"?',
    ],
    [
      '{ field: status, in: $request.query.status }',
      '{ field: status }',
      'Expected `field` and one comparison; found a map with field (shared.where.byStatus.0).',
    ],
    [
      'by: $request.query.sort',
      'bye: $request.query.sort',
      'Unknown key "bye" (shared.sort.chosen.bye); an order knows use, by, order. Did you mean "by"?',
    ],
    [
      'generate: uuid }\n            computed',
      'generate: guid }\n            computed',
      'Expected a generator: uuid, hex:24, alnum:19, integer:100211 or sequence:V001; found "guid"',
    ],
    [
      'related: { depot: absent }',
      'related: { depot: { all: absent } }',
      'Unknown key "all" (operations.createParcel.decide.0.when.related.depot.all)',
    ],
    [
      'request: { $request.query.force: false }',
      'request: { query.force: false }',
      'Expected an expression that starts with $request; found "query.force"',
    ],
    [
      'basis: { effect: documented, status: documented, body: inferred }',
      'basis: { effect: documented, status: documented }',
      'The key "body" is missing (operations.deleteDepot.decide.1.basis).',
    ],
    [
      'accept: [parcel-key]',
      'accpt: [parcel-key]',
      'Unknown key "accpt" (auth.ApiKey.accpt); a rule of a security scheme knows refusal, accept, call, keys. Did you mean "accept"?',
    ],
    ['accept: [parcel-key]', 'call: sdkHmacSha256', '"keys" is missing (auth.ApiKey).'],
    [
      '          createDepot:\n            on: depot\n            decide:',
      '          createDepot:\n            on: depot\n            decid:',
      'Unknown key "decid" (operations.createDepot.decid); an operation knows on, by, bind, decide, failures. Did you mean "decide"?',
    ],
  ])('says of %j → %j: %s', async (from, to, expected) => {
    const { found, compiled } = await checkEdited(['lifecycle.yaml', from, to]);
    expect(found).toHaveLength(1);
    expect(found[0]).toContain(expected);
    expect(found[0]).toContain('lifecycle.yaml at <');
    expect(compiled).toBeUndefined();
  });

  test('lists every mistake, each at its own place', async () => {
    const { found } = await checkEdited(
      ['lifecycle.yaml', 'time: iso', 'time: 5'],
      ['lifecycle.yaml', 'after: 1s', 'after: soon'],
    );
    expect(found).toHaveLength(2);
  });
});
