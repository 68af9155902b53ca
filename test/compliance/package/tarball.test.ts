import { existsSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { publint } from 'publint';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bundledContracts } from '../../../src/contract/loadContract.js';
import { packageRoot } from '../../../src/contract/packageRoot.js';
import { recordModules } from './support/loadedModules.js';
import { emptyProject, install, type Packed, pack } from './support/packed.js';
import { output, run, serve } from './support/run.js';

/** The package as a user has it: packed, and installed in a project that holds nothing else. */
const project = emptyProject();
let packed: Packed;

beforeAll(async () => {
  packed = await pack(project);
  await install(packed.tarball, project);
}, 180_000);
afterAll(() => rmSync(project, { recursive: true, force: true }));

const paths = () => packed.files.map(({ path }) => path);
const evaluate = (code: string, type: 'module' | 'commonjs', env = {}) =>
  output(process.execPath, [`--input-type=${type}`, '--eval', code], project, env);

const modules = (name: string) => join(project, 'node_modules', name);

/** What a project installs besides for the entries for tests. */
const peers = ['msw', '@mswjs/data', 'vitest'];
function linkPeers(): void {
  mkdirSync(modules('@mswjs'), { recursive: true });
  for (const name of peers) symlinkSync(join(packageRoot, 'node_modules', name), modules(name));
}
function unlinkPeers(): void {
  for (const name of peers) rmSync(modules(name), { force: true });
}

describe('the tarball', () => {
  it('holds the built package, its contracts and its documentation, and nothing else', () => {
    const belongs =
      /^(package\.json|LICENSE|README\.md|docs\/.+|specs\/.+\.(yaml|json)|conformance\/([a-z]+\.schema\.json|cases\/.+\.yaml|requirements\/.+\.txt|shims\/.+)|dist\/(src|mocks|contracts|chunks|protocol|schemas)\/.+\.(c?js|d\.c?ts)|dist\/(cases|contracts)\/[a-z-]+\.json|dist\/third-party-licences\.txt)$/;
    expect(paths().filter((path) => !belongs.test(path))).toEqual([]);
    expect(paths().filter((path) => /(^|\/)(test|tests|bench|examples|__pycache__)\/|\.test\./.test(path))).toEqual([]);
  });

  it('holds each bundled contract, as files and ready to run', () => {
    expect(bundledContracts().length).toBeGreaterThan(3);
    for (const id of bundledContracts()) {
      expect(paths()).toEqual(
        expect.arrayContaining([
          `specs/${id}/openapi.yaml`,
          `specs/${id}/lifecycle.yaml`,
          `dist/contracts/${id}.js`,
          `dist/contracts/${id}.json`,
          `dist/contracts/${id}.d.ts`,
          `dist/cases/${id}.json`,
        ]),
      );
    }
  });

  it('holds a binary that can be executed', () => {
    const binary = packed.files.find(({ path }) => path === 'dist/src/cli/main.js');
    expect(binary?.mode).toBe(0o755);
  });

  it('gives publint nothing to complain of', async () => {
    const bytes = readFileSync(packed.tarball);
    const tarball = bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength);
    const { messages } = await publint({ pack: { tarball }, level: 'suggestion', strict: true });
    expect(messages).toEqual([]);
  });

  it('has types that are not wrong, for whoever imports them: the profile of a package that is ESM only', async () => {
    const attw = join(packageRoot, 'node_modules', '@arethetypeswrong', 'cli', 'dist', 'index.js');
    const check = (more: readonly string[]) =>
      run(process.execPath, [attw, packed.tarball, '--format', 'json', ...more], project);
    const found = await check(['--profile', 'esm-only']);
    expect(found.status, found.stdout).toBe(0);
    expect(JSON.parse(found.stdout).analysis.entrypoints).toMatchObject({ './msw': {}, './vitest': {} });
    // Without the profile there is something to find: what old resolutions make of `exports`.
    expect((await check([])).status).not.toBe(0);
  });
});

const useIt = `
const mock = createMock([await loadContract('twelvelabs')]);
const { status } = await mock.fetch('http://mock/v1.3/tasks/6298d673f1090f1100476d4c', {
  method: 'DELETE',
  headers: { 'x-api-key': 'tlk_tombstone' },
});
console.log(status, typeof startServer);`;

describe('installed, the package', () => {
  it('is imported', async () => {
    const code = `import { createMock, loadContract, startServer } from 'tombstone';${useIt}`;
    expect(await evaluate(code, 'module')).toBe('204 function\n');
  });

  it('is required from CommonJS', async () => {
    const code = `const { createMock, loadContract, startServer } = require('tombstone'); (async () => {${useIt}})();`;
    expect(await evaluate(code, 'commonjs')).toBe('204 function\n');
  });

  it('has a second entry for conformance, and its package.json', async () => {
    const code = `import { deriveCases } from 'tombstone/conformance';
import manifest from 'tombstone/package.json' with { type: 'json' };
console.log(typeof deriveCases, manifest.name);`;
    expect(await evaluate(code, 'module')).toBe('function tombstone\n');
  });

  it('has no other entry', async () => {
    const { status, stderr } = await run(
      process.execPath,
      ['--input-type=module', '--eval', "import 'tombstone/dist/src/index.js'"],
      project,
    );
    expect(status).not.toBe(0);
    expect(stderr).toContain('ERR_PACKAGE_PATH_NOT_EXPORTED');
  });
});

describe('installed, the entries for tests', () => {
  it('bring no package of their own: a project that only uses the server has no msw', () => {
    expect(existsSync(modules('ajv'))).toBe(true);
    expect(peers.filter((name) => existsSync(modules(name)))).toEqual([]);
  });

  it('say what is missing, and how to get it', async () => {
    const code = `import { mockProvider } from 'tombstone/msw';
await mockProvider('huawei-mpc').catch(({ code, message }) => console.log(code, message));`;
    const told = await evaluate(code, 'module');
    expect(told).toMatch(/^peer-missing msw is not installed\..*npm install --save-dev msw @mswjs\/data/);
  });

  it('say so of the second package too, where only the first is there', async () => {
    linkPeers();
    rmSync(modules('@mswjs/data'));
    const code = `import { mockProvider } from 'tombstone/msw';
await mockProvider('huawei-mpc').catch(({ code, message }) => console.log(code, message));`;
    const told = await evaluate(code, 'module');
    unlinkPeers();
    expect(told).toMatch(/^peer-missing @mswjs\/data is not installed\..*npm install --save-dev msw @mswjs\/data/);
  });

  describe('beside msw', () => {
    beforeAll(linkPeers);
    afterAll(unlinkPeers);

    const story = `
const mpc = await mockProvider('huawei-mpc', { fixtures: { transcodingTask: [{ task_id: 7, status: 'TRANSCODING' }] } });
const server = setupServer(...mpc.handlers);
server.listen({ onUnhandledRequest: 'error' });
const url = 'https://mpc.cn-north-4.myhuaweicloud.com/v1/0a1b2c3d4e5f60718293a4b5c6d7e8f9/transcodings/task?task_id=7';
const remove = () => fetch(url, { method: 'DELETE', headers: { 'x-auth-token': 'tombstone-token' } });
const refused = (await remove()).status;
mpc.db.transcodingTask.update({ where: { task_id: { equals: 7 } }, data: { status: 'CANCELED' } });
console.log(refused, (await remove()).status, mpc.db.transcodingTask.count());
server.close();`;

    it('tombstone/msw is imported, by the name of a provider', async () => {
      const code = `import { setupServer } from 'msw/node'; import { mockProvider } from 'tombstone/msw';${story}`;
      expect(await evaluate(code, 'module')).toBe('400 204 0\n');
    });

    it('and required from CommonJS', async () => {
      const head = "const { setupServer } = require('msw/node'); const { mockProvider } = require('tombstone/msw');";
      expect(await evaluate(`${head}(async () => {${story}})();`, 'commonjs')).toBe('400 204 0\n');
    });

    const example = 'examples/msw-node.test.mjs';
    const shown = (fence: string) => {
      const readme = readFileSync(modules('tombstone/README.md'), 'utf8');
      return readme.split(`<!-- example:${fence} -->`)[1]?.split('```')[1]?.replace(/^js\n/, '') ?? '';
    };
    const runsAs = async (name: string, code: string) => {
      writeFileSync(join(project, name), code);
      const { stdout } = await run(process.execPath, ['--test', '--test-reporter=tap', name], project);
      rmSync(join(project, name));
      return stdout;
    };

    it('the fixture example of the README passes as it is shown', async () => {
      expect(await runsAs('shown.test.mjs', shown(example))).toMatch(/^# pass 1\n# fail 0$/m);
    });

    it('and with require in the place of import', async () => {
      const required = shown(example).replaceAll(/^import (.+) from (.+);$/gm, 'const $1 = require($2);');
      expect(required).toContain("const { mockProvider } = require('tombstone/msw');");
      expect(required).not.toMatch(/^import /m);
      expect(await runsAs('shown.test.cjs', required)).toMatch(/^# pass 1\n# fail 0$/m);
    });
  });
});

describe('installed, the types', () => {
  const compilerOptions = {
    module: 'nodenext',
    target: 'es2023',
    lib: ['es2023'],
    strict: true,
    exactOptionalPropertyTypes: true,
    skipLibCheck: false,
    noEmit: true,
    typeRoots: [join(packageRoot, 'node_modules', '@types')],
    types: ['node'],
  };

  function compile(code: string, others: object = {}) {
    writeFileSync(join(project, 'use.ts'), code);
    writeFileSync(
      join(project, 'tsconfig.json'),
      JSON.stringify({ compilerOptions: { ...compilerOptions, ...others }, files: ['use.ts'] }),
    );
    return run(process.execPath, [join(packageRoot, 'node_modules', 'typescript', 'lib', 'tsc.js')], project);
  }

  it('resolve and hold, under the strictest settings', async () => {
    const { stdout } = await compile(`
import { createMock, type Exchange, loadContract, type Mock, startServer } from 'tombstone';
import { type Adapter, defineAdapter, deriveCases } from 'tombstone/conformance';
const mock: Mock = createMock([await loadContract('twelvelabs')], { pace: 'manual' });
const exchanges: readonly Exchange[] = mock.journal.list();
const { url, close } = await startServer({ port: 0 });
const text: string = url + exchanges.length + typeof close;
export const used: [string, typeof defineAdapter, typeof deriveCases, Adapter?] = [text, defineAdapter, deriveCases];
`);
    expect(stdout).toBe('');
  });

  it('of the entries for tests know the records of a provider', async () => {
    linkPeers();
    const { stdout } = await compile(
      `
import { type MockedProvider, mockProvider } from 'tombstone/msw';
import { matchers, providerFixture } from 'tombstone/vitest';
import { expect, test as base } from 'vitest';
expect.extend(matchers);
const mpc: MockedProvider<'huawei-mpc'> = await mockProvider('huawei-mpc');
const status: 'FAILED' | string = mpc.db.transcodingTask.create({ status: 'FAILED' }).status;
base.extend({ mpc: providerFixture('huawei-mpc') })(status, ({ mpc: own }) => {
  const id: number = own.db.transcodingTask.create().task_id;
  expect(own).toHaveDeleted('transcodingTask', id);
});
// @ts-expect-error: no such state
mpc.db.transcodingTask.create({ status: 'GONE' });
`,
      // What vitest's own types need is not for this package to say.
      { skipLibCheck: true, lib: ['es2023', 'dom', 'esnext.disposable'] },
    );
    unlinkPeers();
    expect(stdout).toBe('');
  });

  it('allow `await using` of a server, and what TypeScript makes of it for this Node closes it', async () => {
    const code = `
import { startServer } from 'tombstone';
async function use(): Promise<string> {
  await using server = await startServer({ providers: ['huawei-mpc'], port: 0 });
  console.log((await fetch(server.url + '/_tombstone/health')).status);
  return server.url;
}
console.log(await fetch(await use()).then(() => 'open', () => 'closed'));
`;
    const { stdout } = await compile(code, { noEmit: false, lib: ['es2023', 'dom', 'esnext.disposable'] });
    expect(stdout).toBe('');
    expect(await output(process.execPath, ['use.js'], project)).toBe('200\nclosed\n');
    rmSync(join(project, 'use.js'));
  });

  it('refuse what is wrong', async () => {
    const { status, stdout } = await compile(`
import { createMock } from 'tombstone';
createMock([], { pace: 'soon' });
`);
    expect(status).not.toBe(0);
    expect(stdout).toMatch(/^use\.ts\(3,18\): error TS2322/);
  });
});

describe('installed, the binary', () => {
  const { version } = JSON.parse(readFileSync(join(packageRoot, 'package.json'), 'utf8'));

  // Started without npx, which does not pass on the signal that ends it.
  const linked = join('node_modules', '.bin', 'tombstone');

  it('says its version', async () => {
    expect(await output('npx', ['--no', '--', 'tombstone', '--version'], project)).toBe(`${version}\n`);
  });

  it('serves, and what it serves answers a signed delete once', async () => {
    await using server = await serve(linked, ['serve', '--port', '0', '--json'], project);
    const task = `${server.url}/_tombstone/state/huawei-mpc/transcodingTask/100211`;
    expect((await fetch(task)).status).toBe(200);

    const request = ['--no', 'tombstone', 'request', 'huawei-mpc/deleteTranscodingTask', 'task_id=100211'];
    const wrong = ['--credentials', 'TOMBSTONEAK:wrong'];
    const answers = async (more: readonly string[] = []) =>
      JSON.parse(await output('npx', [...request, '--target', server.url, '--json', ...more], project));
    expect((await answers(wrong)).response.status).toBe(401);
    expect((await fetch(task)).status).toBe(200);
    expect((await answers()).response.status).toBe(204);
    expect((await fetch(task)).status).toBe(404);
  });
});

describe('installed, what loads', () => {
  const heavy = ['@apidevtools/swagger-parser', 'ajv', 'json-p3', 'yaml'];
  const binary = ['node_modules/tombstone/dist/src/cli/main.js', 'serve', '--port', '0', '--json'];
  const call = (url: string) => fetch(`${url}/v1.3/tasks`, { headers: { 'x-api-key': 'tlk_tombstone' } });

  it('to serve and answer from the bundled contracts is neither parser, validator nor compiler', async () => {
    const recorder = recordModules(project);
    await using server = await serve(process.execPath, binary, project, recorder.env);
    expect((await call(server.url)).status).toBe(200);
    expect(recorder.packages()).toContain('tombstone');
    expect(recorder.packages().filter((name) => heavy.includes(name))).toEqual([]);
  });

  it('by importing an entry and a bundled contract is neither, too', async () => {
    const recorder = recordModules(project);
    const code = `import { createMock, loadContract, startServer } from 'tombstone';${useIt}`;
    await evaluate(code, 'module', recorder.env);
    expect(recorder.packages()).toContain('tombstone');
    expect(recorder.packages().filter((name) => heavy.includes(name))).toEqual([]);
  });

  it('for a contract folder is all but what validates OpenAPI, so the record of what loads can be trusted', async () => {
    const recorder = recordModules(project);
    const folder = './node_modules/tombstone/specs/twelvelabs';
    await using server = await serve(process.execPath, [...binary, folder], project, recorder.env);
    expect((await call(server.url)).status).toBe(200);
    const needed = heavy.filter((name) => name !== '@apidevtools/swagger-parser');
    expect(recorder.packages().filter((name) => heavy.includes(name))).toEqual(needed);
  });
});
