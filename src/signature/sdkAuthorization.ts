/** What an `Authorization` header of SDK-HMAC-SHA256 says. */
export interface SdkAuthorization {
  readonly accessKey: string;
  /** Names joined with `;`, as the client wrote them. */
  readonly signedHeaders: string;
  readonly signature: string;
}

/** The signing algorithm an `Authorization` header names; undefined where it is another kind of credential. */
export function signingAlgorithm(value: string | undefined): string | undefined {
  return /^\s*((?:SDK|V11)-[A-Z0-9-]+)(?:\s|$)/.exec(value ?? '')?.[1];
}

/** Reads `<algorithm> Access=…, SignedHeaders=…, Signature=…`; undefined where a part is missing, empty or there twice. */
export function parseSdkAuthorization(value: string): SdkAuthorization | undefined {
  const parts = new Map<string, string>();
  for (const part of value.trim().replace(/^\S+/, '').split(',')) {
    const [, name, content] = /^\s*([A-Za-z]+)=(\S+)\s*$/.exec(part) ?? [];
    if (name === undefined || content === undefined || parts.has(name)) return undefined;
    parts.set(name, content);
  }
  const accessKey = parts.get('Access');
  const signedHeaders = parts.get('SignedHeaders');
  const signature = parts.get('Signature');
  if (accessKey === undefined || signedHeaders === undefined || signature === undefined) return undefined;
  return { accessKey, signedHeaders, signature };
}

/** Writes an instant (milliseconds) as `X-Sdk-Date` does: `20240101T000000Z`. */
export function formatSdkDate(instant: number): string {
  return `${new Date(instant).toISOString().slice(0, 19).replaceAll(/[-:]/g, '')}Z`;
}

/** Reads an `X-Sdk-Date`; undefined for any other form and for dates that do not exist. */
export function parseSdkDate(text: string): number | undefined {
  const match = /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/.exec(text);
  if (!match) return undefined;
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = match.slice(1).map(Number);
  const instant = Date.UTC(year, month - 1, day, hour, minute, second);
  // Date.UTC takes February 30th for March 1st.
  return formatSdkDate(instant) === text ? instant : undefined;
}
