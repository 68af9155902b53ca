import type { Adapter, ClientContext, GivenCredential, Json, Outcome, Step } from '../../src/conformance/index.js';

/** A request as a client writes it, before it is signed. */
export interface ClientRequest {
  readonly method: string;
  /** Path and query below the base URL, encoded. */
  readonly target: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string | FormData;
}

/** What came back; status 0 where nothing whole did. */
export interface ClientAnswer {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  /** The body, where it is JSON. */
  readonly json: unknown;
}

/** What a client knows of a provider. */
export interface ClientDescription {
  readonly provider: string;
  /** Operation → method and path: `DELETE /tasks/{task_id}`. Parameters that are not in the path go into the query. */
  readonly operations: Readonly<Record<string, string>>;
  /** Operations whose success means that the record is gone. */
  readonly deletes: readonly string[];
  /** Operations whose body is a form. */
  readonly forms?: readonly string[];
  /** Parameters that are headers. */
  readonly headers?: readonly string[];
  /** Lists that are written with commas; others are repeated. */
  readonly commaLists?: readonly string[];
  /** Adds the credential. `url` is absolute. */
  readonly sign: (
    request: ClientRequest,
    url: URL,
    credentials: Readonly<Record<string, GivenCredential>>,
  ) => ClientRequest;
  /** What an answer that is no success means; statuses that mean the same everywhere are not asked for. */
  readonly readError: (answer: ClientAnswer, code: string | undefined, operation: string) => Outcome['outcome'];
  /** The provider's own code in an error body. */
  readonly codeOf: (json: unknown) => string | undefined;
}

/** Where a client can be made to go wrong. */
export interface Defect {
  /** Tells this, and sends nothing. */
  readonly instead?: (step: Step) => Outcome | undefined;
  readonly request?: (request: ClientRequest, step: Step) => ClientRequest;
  /** After it was signed. */
  readonly signed?: (request: ClientRequest) => ClientRequest;
  /** In place of what the client makes of an answer. */
  readonly read?: (outcome: Outcome, answer: ClientAnswer, step: Step) => Outcome;
  /** Further requests after the answer. */
  readonly also?: (request: ClientRequest, answer: ClientAnswer, step: Step) => readonly ClientRequest[];
  /** Calls again after such an answer, so many times at most, without waiting. */
  readonly again?: (answer: ClientAnswer, step: Step) => boolean;
}

/** A client of one provider, right unless it is given a defect. */
export function createClient(description: ClientDescription, name: string, defect: Defect = {}): Adapter {
  return {
    name,
    language: 'TypeScript',
    capabilities: Object.keys(description.operations).map((operation) => `${description.provider}/${operation}`),
    async run(step, context) {
      const made = defect.instead?.(step);
      if (made) return made;
      const call = (request: ClientRequest) => send(description, request, context, defect);
      if (namesWhatIsAbove(description, step)) return { outcome: 'unknown', message: 'No id is a dot segment.' };
      const plain = requestFor(description, step);
      const request = defect.request?.(plain, step) ?? plain;
      const answer = await callUntil(() => call(request), step, defect);
      for (const further of defect.also?.(request, answer, step) ?? []) await call(further);
      const outcome = outcomeOf(description, answer, step);
      return defect.read?.(outcome, answer, step) ?? outcome;
    },
  };
}

/** RFC 3986, 6.2.2.3: a URL loses a dot segment, however it is encoded, and names what is above. */
function namesWhatIsAbove({ operations }: ClientDescription, { operation, parameters }: Step): boolean {
  return Object.entries(parameters).some(
    ([name, value]) => operations[operation]?.includes(`{${name}}`) && (value === '.' || value === '..'),
  );
}

const mostRepeats = 2;

async function callUntil(call: () => Promise<ClientAnswer>, step: Step, defect: Defect): Promise<ClientAnswer> {
  const { until } = step;
  let answer = await call();
  for (let left = mostRepeats; left > 0 && defect.again?.(answer, step); left -= 1) answer = await call();
  for (let left = (until?.atMost ?? 1) - 1; left > 0 && until && !isMet(until, answer); left -= 1)
    answer = await call();
  return answer;
}

function isMet({ pointer, in: values }: NonNullable<Step['until']>, { json, status }: ClientAnswer): boolean {
  if (status < 200 || status > 299) return true;
  const value = pointer
    .split('/')
    .slice(1)
    .reduce<unknown>((at, name) => (at as Readonly<Record<string, unknown>> | undefined)?.[name], json);
  return values.some((one) => one === value);
}

function requestFor(description: ClientDescription, { operation, parameters, body }: Step): ClientRequest {
  const [method = '', template = ''] = (description.operations[operation] ?? '').split(' ');
  const path = template.replaceAll(/\{([^{}]+)\}/g, (_, name: string) =>
    encodeURIComponent(String(parameters[name] ?? '')),
  );
  const headers: Record<string, string> = {};
  const query: string[] = [];
  for (const [name, value] of Object.entries(parameters)) {
    if (template.includes(`{${name}}`)) continue;
    if (description.headers?.includes(name)) headers[name] = String(value);
    else query.push(...queryPairs(name, value, description.commaLists?.includes(name) ?? false));
  }
  const target = path + (query.length > 0 ? `?${query.join('&')}` : '');
  if (body === undefined) return { method, target, headers };
  if (description.forms?.includes(operation)) return { method, target, headers, body: formOf(body) };
  return { method, target, headers: { ...headers, 'content-type': 'application/json' }, body: JSON.stringify(body) };
}

function queryPairs(name: string, value: Json, commas: boolean): readonly string[] {
  const items = (Array.isArray(value) ? value : [value]).map((item) =>
    typeof item === 'object' ? JSON.stringify(item) : String(item),
  );
  const texts = commas ? [items.join(',')] : items;
  return texts.map((text) => `${encodeURIComponent(name)}=${encodeURIComponent(text)}`);
}

function formOf(body: Json): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries(body as Readonly<Record<string, Json>>)) {
    for (const item of Array.isArray(value) ? value : [value])
      form.append(name, typeof item === 'object' ? JSON.stringify(item) : String(item));
  }
  return form;
}

async function send(
  { sign }: ClientDescription,
  plain: ClientRequest,
  { baseUrl, fetch, credentials, signal }: ClientContext,
  defect: Defect,
): Promise<ClientAnswer> {
  const url = new URL(baseUrl + plain.target);
  const signed = sign(plain, url, credentials);
  const { method, headers, body, target } = defect.signed?.(signed) ?? signed;
  try {
    const response = await fetch(baseUrl + target, {
      method,
      headers,
      signal,
      ...(body === undefined ? {} : { body }),
    });
    const text = await response.text();
    return { status: response.status, headers: response.headers, text, json: parsed(text) };
  } catch (error) {
    signal.throwIfAborted();
    if (!(error instanceof TypeError)) throw error;
    return { status: 0, headers: new Headers(), text: '', json: undefined };
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** What the statuses mean that mean the same with every provider; the rest is the provider's own. */
function outcomeOf(
  { deletes, readError, codeOf }: ClientDescription,
  answer: ClientAnswer,
  { operation }: Step,
): Outcome {
  const { status, json } = answer;
  if (status === 0) return { outcome: 'unknown' };
  if (status < 300) return deletes.includes(operation) ? { outcome: 'deleted', status } : { status };
  const code = codeOf(json);
  const shown = { status, ...(code === undefined ? {} : { code }) };
  if (status === 429) return { outcome: 'throttled', ...shown };
  if (status >= 500) return { outcome: 'failed', ...shown };
  return { outcome: readError(answer, code, operation) ?? 'unknown', ...shown };
}
