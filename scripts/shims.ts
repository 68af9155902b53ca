/** The shims of `conformance/shims` that show how the protocol is spoken: one for each language. */
export interface Shim {
  readonly language: string;
  /** What the author of a client writes. */
  readonly adapter: string;
  /** What the author of a client has. */
  readonly client: string;
  readonly needs: string;
}

const folder = 'conformance/shims';

export const shims: readonly Shim[] = [
  shim('TypeScript', 'typescript/adapter.ts', 'typescript/client.ts', 'Node alone'),
  shim('Python', 'python/adapter.py', 'python/client.py', 'the standard library'),
  shim('Go', 'go/adapter.go', 'go/client.go', 'the standard library'),
  shim('Java', 'java/Adapter.java', 'java/Client.java', 'JDK 17; Gson, because the JDK reads no JSON'),
  shim('bash', 'bash/adapter.sh', 'bash/client.sh', 'curl, jq'),
];

function shim(language: string, adapter: string, client: string, needs: string): Shim {
  return { language, adapter: `${folder}/${adapter}`, client: `${folder}/${client}`, needs };
}

/** How many lines a text has, comments and empty ones too. */
export function lineCount(text: string): number {
  return text.trimEnd().split('\n').length;
}
