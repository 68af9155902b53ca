/**
 * The one table of error codes. Codes are stable; messages may be reworded. docs/errors.md is generated from it,
 * and a test keeps the two equal. Add a row here before throwing a new code.
 */
export const errorTable = {
  // Contract files (found by `tombstone lint`, and when a contract is loaded).
  'contract-not-found': { about: 'A contract folder or one of its two files is missing.', remedy: 'Name a bundled provider, or a folder that holds openapi.yaml and lifecycle.yaml.' },
  'yaml-syntax': { about: 'A contract or fixture file is not valid YAML.', remedy: 'Mend the syntax at the place named.' },
  // Using a sandbox.
  'unknown-provider': { about: 'No contract of that name is bundled or loaded.', remedy: 'Use one of the names listed.' },
  'unknown-resource': { about: 'The provider has no resource of that name.', remedy: 'Use one of the names listed.' },
  'unknown-switch': { about: 'The provider has no switch of that name, or the switch has no such value.', remedy: 'Use one of the names listed.' },
  'unknown-state': { about: 'The record was given a state its resource does not have.', remedy: 'Use one of the states listed.' },
  'bad-fixture': { about: 'A fixture or a snapshot does not have the shape expected.', remedy: 'Compare it with what GET /_tombstone/state returns.' },
  'bad-duration': { about: 'A duration could not be read.', remedy: 'Write a number and a unit: 250ms, 10s, 5m, 1h, 90d.' },
  'route-collision': { about: 'Two contracts on one listener have a route in common and no host tells them apart.', remedy: 'Serve them on two ports, or give their documents different servers.' },
} as const satisfies Record<string, { readonly about: string; readonly remedy: string }>;
