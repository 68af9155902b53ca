import { describe, expect, test } from 'vitest';
import { lintFolder } from '../../../src/contract/lint/lintFolder.js';
import { answerDefects } from './defects/answers.js';
import { nameDefects } from './defects/names.js';
import { readingDefects } from './defects/reading.js';
import { shapeDefects } from './defects/shapes.js';
import { switchDefects } from './defects/switches.js';
import { tableDefects } from './defects/tables.js';
import { lineOf, parcels, plant } from './plant.js';

const defects = [
  ...readingDefects,
  ...nameDefects,
  ...tableDefects,
  ...answerDefects,
  ...switchDefects,
  ...shapeDefects,
];

test('a valid contract has no issue but what a client cannot tell apart', async () => {
  expect(await lintFolder(parcels, { base: parcels })).toEqual([
    {
      code: 'lint-indistinguishable',
      severity: 'note',
      message:
        'A client of deleteParcel cannot tell row "absent@idempotent" (deleted or absent) from "deleted" (deleted): status and body are the same. Cases accept either report.',
      place: { file: 'lifecycle.yaml', line: 119, column: 17 },
    },
  ]);
});

describe('of each planted defect, lint says once that', () => {
  test.each(defects)('$says', async ({ code, message, severity = 'error', ...defect }) => {
    const { issues, texts } = await plant(defect);
    const file = defect.in ?? defect.file ?? 'lifecycle.yaml';
    const line = lineOf(texts(file), defect.at ?? defect.put);
    const found = issues
      .filter((issue) => issue.severity !== 'note')
      .map(({ place, ...issue }) => ({ ...issue, file: place.file, line: place.line }));
    expect(found).toEqual([{ code, severity, message, file, line }]);
  });
});
