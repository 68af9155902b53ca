import type { NamedFunctions } from '../src/engine/functions.js';

/** Provider → its named functions, loaded when first needed. A provider that needs none is not listed. */
export const providerFunctions: Readonly<Record<string, () => Promise<{ readonly default: NamedFunctions }>>> = {
  twelvelabs: () => import('./twelvelabs/functions.js'),
  'huawei-mpc': () => import('./huawei-mpc/functions.js'),
  'huawei-modelarts': () => import('./huawei-modelarts/functions.js'),
  'naver-nclue': () => import('./naver-nclue/functions.js'),
};
