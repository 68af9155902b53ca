/** One segment of a path template: literal text, one whole parameter, or a pattern such as `{id}.json`. */
export type TemplateSegment =
  | { readonly literal: string }
  | { readonly parameter: string }
  | { readonly pattern: RegExp; readonly parameters: readonly string[] };

export interface PathTemplate {
  readonly path: string;
  readonly segments: readonly TemplateSegment[];
}

/** Reads `/v1/{project_id}/tasks` into segments. */
export function parsePathTemplate(path: string): PathTemplate {
  return { path, segments: path.split('/').slice(1).map(parseSegment) };
}

function parseSegment(text: string): TemplateSegment {
  if (!text.includes('{')) return { literal: text };
  const whole = /^\{([^{}]+)\}$/.exec(text);
  if (whole) return { parameter: whole[1] ?? '' };
  const parameters: string[] = [];
  const source = text.replaceAll(/\{([^{}]+)\}|[^{}]+/g, (piece, name?: string) => {
    if (name === undefined) return piece.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');
    parameters.push(name);
    return '(.+?)';
  });
  return { pattern: new RegExp(`^${source}$`), parameters };
}
