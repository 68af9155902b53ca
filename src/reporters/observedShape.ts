// Ids of records, ports and times differ from case to case; the status of an answer is what a failure is about.
const variable = /[0-9a-f]{8}(?:-?[0-9a-f]+)*|\d+/gi;
const status = /^[1-5]\d\d$/;

/** What an observation has in common with those of other cases of one defect: ids and numbers are left out, statuses stay. */
export function observedShape(observed: string | undefined): string {
  return (observed ?? '').replaceAll(variable, (match) => (status.test(match) ? match : '#'));
}
