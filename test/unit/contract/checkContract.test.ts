import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { checkContract } from '../../../src/contract/checkContract.js';
import { checkEdited, type Edit, editedFolder } from './support/editedContract.js';

const fixtures = 'test/fixtures/contracts';

describe('a contract', () => {
  test.each(['parcels', 'vendor-task', 'vendor-indexed-asset'])('%s is clean', async (name) => {
    const { issues, compiled } = await checkContract(`${fixtures}/${name}`);
    expect(issues).toEqual([]);
    expect(compiled?.id).toBe(name);
  });

  test('is plain JSON once compiled, without x-lifecycle, with its refs and its records', async () => {
    const { compiled } = await checkContract(`${fixtures}/parcels`);
    expect(JSON.parse(JSON.stringify(compiled))).toEqual(compiled);
    expect(compiled?.document).not.toHaveProperty('x-lifecycle');
    expect(compiled?.document.components?.examples).toHaveProperty('noSuch');
    expect(compiled?.document.paths?.['/parcels']?.post?.responses?.['404']).toEqual({
      $ref: '#/components/responses/Error',
    });
    expect(compiled?.fixtures['parcel']).toHaveLength(4);
    expect(compiled?.lifecycle.operations['deleteParcel']?.decide.map((row) => row.id)).toEqual([
      'absent@refuse',
      'absent@idempotent',
      'busy',
      'kept',
      'deleted',
    ]);
  });

  test('locates any path of the merged document, whichever file it came from', async () => {
    const { placeOf } = await checkContract(`${fixtures}/parcels`);
    expect(placeOf(['components', 'schemas', 'Depot']).file).toBe(`${fixtures}/parcels/openapi.yaml`);
    const place = placeOf(['x-lifecycle', 'operations', 'deleteParcel', 'decide', 1, 'when', 'state']);
    expect(place.file).toBe(`${fixtures}/parcels/lifecycle.yaml`);
    expect(
      readFileSync(place.file, 'utf8')
        .split('\n')
        [place.line - 1]?.slice(place.column - 1),
    ).toMatch(/^moving }/);
  });

  test('names its files relative to the folder asked for', async () => {
    const { compiled } = await checkContract(`${fixtures}/parcels`, { base: fixtures });
    expect(compiled?.lifecycle.operations['deleteParcel']?.place.file).toBe('parcels/lifecycle.yaml');
  });

  test("may extend a vendor's own JSON file that lies elsewhere", async () => {
    const root = mkdtempSync(join(tmpdir(), 'contract-'));
    mkdirSync(join(root, 'mine'));
    const { 'x-lifecycle': _, ...document } = parse(readFileSync(`${fixtures}/parcels/openapi.yaml`, 'utf8')) as Record<
      string,
      unknown
    >;
    writeFileSync(join(root, 'vendor.json'), JSON.stringify(document, null, '\t'));
    const lifecycle = readFileSync(`${fixtures}/parcels/lifecycle.yaml`, 'utf8').replace(
      './openapi.yaml',
      '../vendor.json',
    );
    writeFileSync(join(root, 'mine', 'lifecycle.yaml'), lifecycle);
    for (const where of [join(root, 'mine'), join(root, 'mine', 'lifecycle.yaml')]) {
      const { issues, compiled } = await checkContract(where, { base: root });
      expect(issues).toEqual([]);
      expect(compiled?.id).toBe('mine');
      expect(compiled?.fixtures).toEqual({});
    }
  });

  test('may be in one file, with x-lifecycle in the document itself', async () => {
    const folder = editedFolder();
    const overlay = parse(readFileSync(join(folder, 'lifecycle.yaml'), 'utf8')) as {
      actions: { update: Record<string, object> }[];
    };
    const [components, root] = overlay.actions;
    const text = readFileSync(join(folder, 'openapi.yaml'), 'utf8');
    const examples = JSON.stringify(components?.update['examples']);
    writeFileSync(
      join(folder, 'openapi.yaml'),
      `${text}  examples: ${examples}\nx-lifecycle: ${JSON.stringify(root?.update['x-lifecycle'])}\n`,
    );
    writeFileSync(
      join(folder, 'lifecycle.yaml'),
      'overlay: 1.0.0\ninfo: { title: t, version: v }\nactions: [ { target: $.info, update: { title: Mine } } ]\n',
    );
    expect((await checkContract(folder)).issues).toEqual([]);
  });
});

describe("the vendor's pages, as published,", () => {
  test.each(['vendor-task', 'vendor-indexed-asset'])(
    '%s cannot be used without the overlay that mends them',
    async (name) => {
      const folder = mkdtempSync(join(tmpdir(), 'contract-'));
      cpSync(`${fixtures}/${name}`, folder, { recursive: true });
      const lifecycle = readFileSync(join(folder, 'lifecycle.yaml'), 'utf8');
      const unmended = lifecycle.replace(
        / {2}- target: \$\.paths\.\*\.\*\.tags\[\*\][\s\S]*?(?= {2}- target: \$\.paths(\['|\.\*\.delete|\.\*\.\*\.par))/,
        '',
      );
      expect(unmended).not.toBe(lifecycle);
      writeFileSync(join(folder, 'lifecycle.yaml'), unmended);
      const { issues, compiled } = await checkContract(folder, { base: folder });
      expect(issues.map((issue) => `${issue.place.file} ${issue.message}`)).toEqual([
        expect.stringMatching(/^openapi\.yaml This is not valid OpenAPI: expected string \(.*\.tags\.0\)\.$/),
      ]);
      expect(compiled).toBeUndefined();
    },
  );

  test('both name their operation `delete`', () => {
    for (const name of ['vendor-task', 'vendor-indexed-asset'])
      expect(readFileSync(`${fixtures}/${name}/openapi.yaml`, 'utf8')).toContain('operationId: delete\n');
  });
});

describe('a contract with a mistake is refused at the place of the mistake:', () => {
  const cases: readonly (readonly [string, Edit, string])[] = [
    [
      'a syntax error',
      ['openapi.yaml', 'openapi: 3.1.1', 'openapi: 3.1.1: 2'],
      'openapi.yaml at <3.1.1: 2> yaml-syntax: This is not valid YAML',
    ],
    [
      'another version',
      ['openapi.yaml', 'openapi: 3.1.1', 'openapi: 3.0.3'],
      'openapi.yaml at <3.0.3> openapi-invalid: Expected `openapi: 3.1.x`, found 3.0.3.',
    ],
    [
      'an unknown key',
      ['openapi.yaml', 'summary: Close a depot', 'sumary: Close a depot'],
      'openapi.yaml at <Close a depo> openapi-invalid: This is not valid OpenAPI: the key "sumary" is not known here ($.paths./depots/{id}.delete).',
    ],
    [
      'a missing key',
      ['openapi.yaml', 'description: What went wrong.', 'x-description: What went wrong.'],
      'openapi-invalid: This is not valid OpenAPI: the key "description" is missing',
    ],
    [
      'an unknown value',
      ['openapi.yaml', 'type: apiKey, in: header', 'type: apiKey, in: headers'],
      'openapi.yaml at <headers, nam> openapi-invalid: This is not valid OpenAPI: expected one of query, header, cookie',
    ],
    [
      'a ref into nothing',
      [
        'openapi.yaml',
        "schema: { $ref: '#/components/schemas/DepotInput' }",
        "schema: { $ref: '#/components/schemas/DepotInpt' }",
      ],
      "openapi.yaml at <'#/component> openapi-invalid: The $ref #/components/schemas/DepotInpt leads to nothing in the document.",
    ],
    [
      'a ref to elsewhere',
      ['openapi.yaml', "schema: { $ref: '#/components/schemas/DepotInput' }", 'schema: { $ref: ./depot.yaml }'],
      'openapi.yaml at <./depot.yaml> external-ref: The $ref ./depot.yaml leads out of the document.',
    ],
    [
      'a schema that is none',
      ['openapi.yaml', 'name: { type: string, minLength: 1, maxLength: 40 }', 'name: { type: strng }'],
      'openapi.yaml at <strng }> openapi-invalid: This is not a valid schema:',
    ],
    [
      'a pattern that is none',
      ['openapi.yaml', 'name: { type: string, minLength: 1, maxLength: 40 }', "name: { type: string, pattern: '[' }"],
      "openapi.yaml at <'[' }> openapi-invalid: This is not a valid schema: Invalid regular expression",
    ],
    [
      'an operation id twice',
      ['openapi.yaml', 'operationId: getDepot', 'operationId: getParcel'],
      'openapi.yaml at <getParcel> openapi-invalid: Two operations are named "getParcel": GET /depots/{id} and GET /parcels/{id}.',
    ],
    [
      'no operation id',
      ['openapi.yaml', 'operationId: getDepot', 'description: x'],
      'openapi.yaml at <get:> openapi-invalid: GET /depots/{id} has no operationId',
    ],
    [
      'a path parameter that is not declared',
      ['openapi.yaml', '/parcels/{id}/report-lost', '/parcels/{key}/report-lost'],
      'openapi.yaml at <post:> openapi-invalid: POST /parcels/{key}/report-lost declares no path parameter "key".',
    ],
    [
      'a document that is not there',
      ['lifecycle.yaml', 'extends: ./openapi.yaml', 'extends: ./api.yaml'],
      'lifecycle.yaml at <./api.yaml> contract-not-found: The OpenAPI document api.yaml does not exist.',
    ],
    [
      'a document on the network',
      ['lifecycle.yaml', 'extends: ./openapi.yaml', 'extends: https://example.com/api.yaml'],
      'lifecycle.yaml at <https://exam> contract-not-found: The document https://example.com/api.yaml is on the network, which is never asked.',
    ],
    [
      'a target that matches nothing',
      ['lifecycle.yaml', 'target: $.components', 'target: $.component'],
      'lifecycle.yaml at <$.component> overlay-target: The target $.component matches nothing',
    ],
    [
      'a fixture of an unknown resource',
      ['fixtures.yaml', 'depot:\n', 'depots:\n'],
      'fixtures.yaml at <depots:> bad-fixture: There is no resource "depots"; declared are depot, parcel. Did you mean "depot"?',
    ],
    [
      'a fixture without its key',
      ['fixtures.yaml', '{ id: 1f0c7a52-54a5-4b47-9a3e-0d2c54a4f002, name: South }', '{ name: South }'],
      'fixtures.yaml at <{ name: Sout> bad-fixture: This record has no id, the key of depot.',
    ],
    [
      'a fixture in an unknown state',
      ['fixtures.yaml', 'status: moving', 'status: movin'],
      'fixtures.yaml at <movin, weigh> bad-fixture: There is no status "movin"; declared are waiting, moving, done, lost. Did you mean "moving"?',
    ],
  ];

  test.each(cases)('%s', async (_, edit, expected) => {
    const { found } = await checkEdited(edit);
    expect(
      found.some((line) => line.includes(expected)),
      found.join('\n'),
    ).toBe(true);
  });

  test('no x-lifecycle', async () => {
    const folder = editedFolder();
    writeFileSync(
      join(folder, 'lifecycle.yaml'),
      'overlay: 1.0.0\ninfo: { title: t, version: v }\nactions: [ { target: $.info, update: { title: Mine } } ]\n',
    );
    expect((await checkContract(folder)).issues).toMatchObject([{ code: 'no-lifecycle' }]);
  });

  test('every mistake at once, in the overlay, the document, the rules and the fixtures', async () => {
    const { issues, compiled } = await checkEdited(
      ['lifecycle.yaml', 'target: $.components', 'target: $.component'],
      ['openapi.yaml', 'operationId: getDepot', 'operationId: getParcel'],
      ['lifecycle.yaml', 'switch: { lostParcels: keep }', 'switch: { lostParcels: kep }'],
      ['fixtures.yaml', 'depot:\n', 'depots:\n'],
    );
    expect(issues.map((issue) => issue.code)).toEqual([
      'overlay-target',
      'openapi-invalid',
      'unresolved-name',
      'bad-fixture',
    ]);
    expect(compiled).toBeUndefined();
  });
});

test('a folder without lifecycle.yaml is no contract', async () => {
  const folder = editedFolder();
  rmSync(join(folder, 'lifecycle.yaml'));
  await expect(checkContract(folder, { base: folder })).rejects.toMatchObject({
    code: 'contract-not-found',
    message: expect.stringContaining('There is no lifecycle.yaml;'),
  });
});
