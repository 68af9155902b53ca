const languages: Readonly<Record<string, string>> = {
  mjs: 'js',
  js: 'js',
  ts: 'ts',
  sh: 'sh',
  py: 'python',
  yaml: 'yaml',
  go: 'go',
  java: 'java',
};

/** Puts the files of `examples/` between their markers, so that a page shows exactly the code that is tested. */
export function embedExamples(page: string, read: (path: string) => string): string {
  return page.replaceAll(
    /(<!-- example:(\S+) -->\n)[\s\S]*?(<!-- \/example -->)/g,
    (_, open: string, path: string, close: string) => {
      const language = languages[path.split('.').at(-1) ?? ''] ?? '';
      return `${open}\n\`\`\`${language}\n${read(path).trimEnd()}\n\`\`\`\n\n${close}`;
    },
  );
}
