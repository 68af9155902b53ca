// Written by `npm run docs` from specs/. Do not edit.

/** What the records of each provider's resources hold. */
export interface ProviderModels {
  'huawei-modelarts': import('./huawei-modelarts/models.js').Models;
  'huawei-mpc': import('./huawei-mpc/models.js').Models;
  'naver-nclue': import('./naver-nclue/models.js').Models;
  'twelvelabs': import('./twelvelabs/models.js').Models;
}

/** The operations of each provider. */
export interface ProviderOperations {
  'huawei-modelarts': import('./huawei-modelarts/models.js').Operations;
  'huawei-mpc': import('./huawei-mpc/models.js').Operations;
  'naver-nclue': import('./naver-nclue/models.js').Operations;
  'twelvelabs': import('./twelvelabs/models.js').Operations;
}
