import type { LoadedContract } from '../src/engine/loadedContract.js';
import type { ProviderModels } from './models.js';

type Load = () => Promise<{ readonly default: LoadedContract }>;

/**
 * Provider → its contract as the build compiled it, loaded when first asked for: what is not asked for is not in a
 * browser's way. Written out, because a bundler follows only names that are written.
 */
export const bundledModules: Readonly<Record<keyof ProviderModels, Load>> = {
  'huawei-modelarts': () => import('#contracts/huawei-modelarts.js'),
  'huawei-mpc': () => import('#contracts/huawei-mpc.js'),
  'naver-nclue': () => import('#contracts/naver-nclue.js'),
  twelvelabs: () => import('#contracts/twelvelabs.js'),
};
