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

/** Reads `<algorithm> Access=…, SignedHeaders=…, Signature=…`; undefined where a part is missing, empty or out of place. */
export function parseSdkAuthorization(value: string): SdkAuthorization | undefined {
  const form = /^\s*\S+\s+Access=([^\s,]+),\s*SignedHeaders=([^\s,]+),\s*Signature=([^\s,]+)\s*$/;
  const [, accessKey, signedHeaders, signature] = form.exec(value) ?? [];
  if (accessKey === undefined || signedHeaders === undefined || signature === undefined) return undefined;
  return { accessKey, signedHeaders, signature };
}

/** Writes an instant (milliseconds) as `X-Sdk-Date` does: `20240101T000000Z`. */
export function formatSdkDate(instant: number): string {
  return `${new Date(instant).toISOString().slice(0, 19).replaceAll(/[-:]/g, '')}Z`;
}

/** Reads an `X-Sdk-Date`; undefined for any other form and for dates that do not exist. */
export function parseSdkDate(text: string): number | undefined {
  const match = /^(\d{4})(\d\d)(\d\d)T([01]\d|2[0-3])([0-5]\d)([0-5]\d)Z$/.exec(text);
  if (!match) return undefined;
  const [, year, month, day, hour, minute, second] = match;
  const midnight = Date.UTC(Number(year), Number(month) - 1, Number(day));
  // Date.UTC takes February 30th for March 1st, and a 13th month for the next January.
  if (new Date(midnight).getUTCDate() !== Number(day) || month === '00' || Number(month) > 12) return undefined;
  return midnight + (Number(hour) * 3600 + Number(minute) * 60 + Number(second)) * 1000;
}
