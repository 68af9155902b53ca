/** A fixed boundary keeps a request the same from run to run; it is long enough not to occur in what we send. */
const boundary = 'tombstone-7f3c1a52d9e84b06';

/** Writes values as multipart/form-data: a `{filename}` becomes a small file, an object JSON text, anything else text. */
export function encodeForm(values: Readonly<Record<string, unknown>>): {
  readonly bytes: Uint8Array;
  readonly contentType: string;
} {
  let text = '';
  for (const [name, value] of Object.entries(values)) {
    if (value === undefined) continue;
    text += `--${boundary}\r\nContent-Disposition: form-data; name="${name}"`;
    if (isFile(value))
      text += `; filename="${value.filename}"\r\nContent-Type: ${value.type ?? 'application/octet-stream'}\r\n\r\n${value.content ?? ''}\r\n`;
    else text += `\r\n\r\n${typeof value === 'object' ? JSON.stringify(value) : String(value)}\r\n`;
  }
  return {
    bytes: new TextEncoder().encode(`${text}--${boundary}--\r\n`),
    contentType: `multipart/form-data; boundary=${boundary}`,
  };
}

function isFile(
  value: unknown,
): value is { readonly filename: string; readonly type?: string; readonly content?: string } {
  return value !== null && typeof value === 'object' && typeof (value as { filename?: unknown }).filename === 'string';
}
