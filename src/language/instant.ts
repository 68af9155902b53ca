import type { TimeFormat } from './lifecycle.js';

/** Writes an instant (milliseconds since the epoch) the way a provider does, in UTC. */
export function formatInstant(instant: number, format: TimeFormat): string | number {
  if (format === 'epoch-ms') return instant;
  const iso = new Date(instant).toISOString();
  if (format === 'iso-ms') return iso;
  if (format === 'iso') return `${iso.slice(0, 19)}Z`;
  return iso.slice(0, 19).replaceAll(/[-:T]/g, '');
}

/** Reads an instant written by `formatInstant` or by a client in any ISO 8601 form; undefined for anything else. */
export function parseInstant(value: unknown): number | undefined {
  if (typeof value === 'number') return value;
  if (typeof value !== 'string') return undefined;
  const compact = /^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)$/.exec(value);
  if (compact) {
    const [year, month, day, hour, minute, second] = compact.slice(1).map(Number);
    return Date.UTC(year ?? 0, (month ?? 1) - 1, day, hour, minute, second);
  }
  if (!/^\d{4}-\d\d-\d\d/.test(value)) return undefined;
  const parsed = Date.parse(value);
  return Number.isNaN(parsed) ? undefined : parsed;
}
