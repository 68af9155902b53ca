/**
 * The codes an answer's body holds: what its members or elements hold whose name ends in "code". Which of them is the
 * provider's own differs from one to the next. A body that names none may call its code otherwise: every text and number of
 * its JSON counts then, and a text that is no markup, whole.
 */
export function codesIn(body: string): readonly string[] {
  const json = parsed(body);
  if (json !== undefined) return codesOf(json) ?? valuesOf(json);
  const written = [...body.matchAll(inCutJson), ...body.matchAll(inXml)].map(([, , text = '']) => text);
  if (written.length > 0) return written.map((text) => String(parsed(text) ?? text));
  return /^\s*[<{[]/.test(body) ? [] : [body.trim()];
}

/** `"error_code": "A.1"` where the rest was cut off: a client may have read what came whole. */
const inCutJson = /"(\w*code)"\s*:\s*("(?:[^"\\]|\\.)*"|-?\d+(?=\s*[,}]))/gi;

const inXml = /<(\w*code)>([^<]*)<\/\1>/gi;

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Undefined where no member is named so. */
function codesOf(json: unknown): readonly string[] | undefined {
  if (json === null || typeof json !== 'object') return undefined;
  const found = Object.entries(json).flatMap(([name, value]) => {
    if (typeof value === 'object') return [codesOf(value)];
    return /code$/i.test(name) && !Array.isArray(json) ? [[String(value)]] : [];
  });
  const codes = found.filter((one) => one !== undefined);
  return codes.length > 0 ? codes.flat() : undefined;
}

function valuesOf(json: unknown): readonly string[] {
  if (typeof json === 'string' || typeof json === 'number') return [String(json)];
  return json === null || typeof json !== 'object' ? [] : Object.values(json).flatMap(valuesOf);
}
