/** Options that several commands about conformance take. */
export const rungOption = {
  type: 'string',
  choices: ['observe', 'exec', 'session'],
  about: 'How the client is plugged in',
  default: 'session',
} as const;

export const selectOption = {
  type: 'string',
  value: 'PATTERN',
  multiple: true,
  about: 'Only these cases; may be given several times',
} as const;

export const suiteOption = {
  type: 'string',
  value: 'VERSION',
  about: 'The frozen set of cases that count, or next',
  default: 'the newest',
} as const;

export const reporterOption = {
  type: 'string',
  value: 'NAME[=FILE]',
  multiple: true,
  about: 'pretty, json, junit, tap, markdown or html; may be given several times',
  default: 'pretty',
} as const;
