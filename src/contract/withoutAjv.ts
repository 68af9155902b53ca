import { equal, ucs2length } from './ajvRuntime.js';

const runtime: Readonly<Record<string, string>> = {
  'ajv/dist/runtime/ucs2length': ucs2length.name,
  'ajv/dist/runtime/equal': equal.name,
};

/** The two functions that code without ajv uses, to be written before it where they cannot be imported. */
export const runtimeText: string = `${equal}\n${ucs2length}\n`;

/**
 * Code that ajv has written, to run where ajv is not: what it would `require` of ajv's runtime is called by name.
 *
 * @throws Error where it asks for anything else
 */
export function withoutAjv(code: string): string {
  const replaced = code.replaceAll(/require\("([^"]+)"\)\.default/g, (whole, name: string) => runtime[name] ?? whole);
  const left = /\brequire\(|^\s*(?:import|export)\b/m.exec(replaced);
  if (!left) return replaced;
  throw new Error(`ajv's standalone code still has a module reference: ${replaced.slice(left.index, left.index + 80)}`);
}
