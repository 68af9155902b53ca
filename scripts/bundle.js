/**
 * Puts the compiled modules of .cache/build into few files in dist/: node takes longer to find and read two hundred small
 * modules than to run what they say. Entries are what package.json names in `exports` and `bin`, and each contract.
 * Only what nobody reads, the generated contracts, is made small; of the rest a stack trace should still say something.
 */
import { cpSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { rolldown } from 'rolldown';
import { minifySync } from 'rolldown/utils';
import { dropFacades } from './dropFacades.js';

const root = fileURLToPath(new URL('..', import.meta.url));
const build = join(root, '.cache', 'build');
const dist = join(root, 'dist');

/**
 * What every door to a mock needs, in a browser too; with it what `tombstone serve` prints, of which other doors print
 * some: it is little, and a file more takes longer.
 */
const engine = [
  /\/(mocks\/[^/]+\/|src\/(errors|errorTable|language|store|engine|mock|signature)\b)/,
  /\/src\/contract\/(bundledContract|namedFunctions|ajvRuntime)\b/,
  /\/src\/report\/(columns|exchangeText|issueText|paint|printable|replacedText|startScreen)\b/,
  /node_modules\/@(noble|remix-run)\//,
];
/** What serving needs besides, which is for Node alone, and the way to it from the command line. */
const server = [
  /\/src\/(server\/|contract\/(loadContract|packageRoot|readVersion|issue)\b)/,
  /\/src\/cli\/(start|run|commandTable|command|parseCommandLine|help|terminal|serveProviders|servePrinter)\b/,
  /\/src\/cli\/(commands\/serve|stopSignal|wholeNumber)\b/,
];
const isOneOf = (patterns) => (id) => patterns.some((pattern) => pattern.test(id));

/** What is started as a thread, by its own file. */
const threads = ['src/intercept/node/mocksThread.js'];

/** Packages of which a start would have to find and read file after file: they take as long as all of ours. */
const inlined = [
  '@noble/hashes',
  '@remix-run/headers',
  '@remix-run/multipart-parser',
  'ajv',
  'fast-deep-equal',
  'fast-uri',
  'json-p3',
  'json-schema-traverse',
  'yaml',
];

const bundle = await rolldown({
  input: entries(),
  platform: 'node',
  external: isExternal,
  // A command is loaded when it is called from the command line, and the same function may be an entry's from the start.
  checks: { ineffectiveDynamicImport: false },
});
await bundle.write({
  dir: dist,
  format: 'esm',
  entryFileNames: '[name].js',
  chunkFileNames: 'chunks/[name].js',
  // Names stay, so that a chunk can stand in for another that only hands it on.
  minifyInternalExports: false,
  codeSplitting: {
    groups: [
      { name: 'engine', test: isOneOf(engine), priority: 2 },
      { name: 'server', test: isOneOf(server), priority: 1 },
      { name: 'ajv', test: /node_modules\/(ajv|fast-deep-equal|fast-uri|json-schema-traverse)\//, priority: 1 },
      { name: 'json-p3', test: /node_modules\/json-p3\//, priority: 1 },
      { name: 'yaml', test: /node_modules\/yaml\//, priority: 1 },
    ],
  },
});
await bundle.close();
dropFacades(dist);
writeLicences();
cpSync(build, dist, {
  recursive: true,
  filter: (path) =>
    !/\.(js|map)$/.test(path) && !['scripts', 'conformance'].some((name) => path.startsWith(join(build, name))),
});
for (const name of readdirSync(join(dist, 'contracts'), { recursive: true })) if (/\.c?js$/.test(name)) makeSmall(name);
for (const name of readdirSync(dist, { recursive: true })) if (/\.(c?js|json)$/.test(name)) asAscii(join(dist, name));

function entries() {
  const { exports, bin } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  const paths = [...Object.values(exports).map((each) => each.default), ...Object.values(bin)];
  const named = paths.filter((path) => path?.endsWith('.js')).map((path) => path.replace(/^(\.\/)?dist\//, ''));
  const contracts = readdirSync(join(build, 'contracts')).filter((name) => name.endsWith('.js'));
  return Object.fromEntries(
    [...named, ...threads, ...contracts.map((name) => `contracts/${name}`)].map((path) => [
      path.replace(/\.js$/, ''),
      join(build, path),
    ]),
  );
}

function makeSmall(name) {
  const file = join(dist, 'contracts', name);
  const module = name.endsWith('.js');
  writeFileSync(file, minifySync(name, readFileSync(file, 'utf8'), { module }).code);
}

/** One letter that is no ASCII, be it in a comment, and all of a file takes twice the memory and is read more slowly. */
function asAscii(file) {
  const text = readFileSync(file, 'utf8');
  const escaped = text.replaceAll(/[^\0-\x7f]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
  if (escaped !== text) writeFileSync(file, escaped);
}

/** Packages stay packages, which whoever installs this one gets with it. */
function isExternal(id) {
  return (
    !id.startsWith('.') && !id.startsWith(root) && !inlined.some((name) => id.startsWith(`${name}/`) || id === name)
  );
}

/** Those that are put in bring their licences along. */
function writeLicences() {
  const texts = inlined.map((name) => {
    const folder = join(root, 'node_modules', name);
    const { version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
    const licence = readdirSync(folder).find((file) => /^licen[cs]e(\.\w+)?$/i.test(file));
    return `${name} ${version}\n\n${readFileSync(join(folder, licence), 'utf8')}`;
  });
  writeFileSync(join(dist, 'third-party-licences.txt'), texts.join('\n---\n\n'));
}
