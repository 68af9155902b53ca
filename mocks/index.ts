import type { NamedFunctions } from '../src/engine/functions.js';
import huaweiModelarts from './huawei-modelarts/functions.js';
import huaweiMpc from './huawei-mpc/functions.js';
import naverNclue from './naver-nclue/functions.js';
import twelvelabs from './twelvelabs/functions.js';

/** Provider → its named functions. A provider that needs none is not listed. */
export const providerFunctions: Readonly<Record<string, NamedFunctions>> = {
  twelvelabs,
  'huawei-mpc': huaweiMpc,
  'huawei-modelarts': huaweiModelarts,
  'naver-nclue': naverNclue,
};
