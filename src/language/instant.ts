import type { TimeFormat } from './lifecycle.js';

/** Writes an instant (milliseconds since the epoch) the way a provider does, in UTC. */
export function formatInstant(instant: number, format: TimeFormat): string | number {
  if (format === 'epoch-ms') return instant;
  if (last.instant !== instant || last.format !== format) last = { instant, format, text: textOf(instant, format) };
  return last.text;
}

/** Many records are stamped at one instant. */
let last: { readonly instant: number; readonly format: TimeFormat; readonly text: string } = {
  instant: Number.NaN,
  format: 'iso',
  text: '',
};

function textOf(instant: number, format: TimeFormat): string {
  const iso = new Date(instant).toISOString();
  if (format === 'iso-ms') return iso;
  if (format === 'iso') return `${iso.slice(0, 19)}Z`;
  return iso.slice(0, 19).replaceAll(/[-:T]/g, '');
}

const compactForm = /^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)$/;
const isoForm = /^(\d{4})-(\d\d)-(\d\d)(?:[T ](\d\d):(\d\d)(?::(\d\d)(\.\d+)?)?(?:(Z)|([+-]\d\d):?(\d\d))?)?$/i;

/**
 * Reads an instant written by `formatInstant` or by a client in any ISO 8601 form; undefined for anything else, and for
 * dates that do not exist. Without a zone it is UTC, so that an answer does not depend on where the mock runs.
 */
export function parseInstant(value: unknown): number | undefined {
  if (typeof value === 'number') return value;
  if (typeof value !== 'string') return undefined;
  const match = compactForm.exec(value) ?? isoForm.exec(value);
  if (!match) return undefined;
  const [, year, month, day, hour = '00', minute = '00', second = '00', fraction = '', , zoneHours, zoneMinutes] =
    match;
  // JavaScript takes February 30th for March 1st.
  if (new Date(Date.UTC(Number(year), Number(month) - 1, Number(day))).getUTCDate() !== Number(day)) return undefined;
  const zone = zoneHours === undefined ? 'Z' : `${zoneHours}:${zoneMinutes}`;
  const parsed = Date.parse(`${year}-${month}-${day}T${hour}:${minute}:${second}${fraction}${zone}`);
  return Number.isNaN(parsed) ? undefined : parsed;
}
