import type { RunReport } from '../conformance/index.js';

/** A report as it is saved, described by conformance/report.schema.json. */
export function jsonText(report: RunReport): string {
  return JSON.stringify(report, undefined, 2);
}
