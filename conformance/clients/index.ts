import type { ClientDescription } from './clientKit.js';
import { huaweiModelarts, huaweiMpc } from './huawei.js';
import { naverNclue } from './naverNclue.js';
import { twelvelabs } from './twelvelabs.js';

/** The reference clients, one per provider. None of them reads a contract. */
export const clients: Readonly<Record<string, ClientDescription>> = {
  twelvelabs,
  'huawei-mpc': huaweiMpc,
  'huawei-modelarts': huaweiModelarts,
  'naver-nclue': naverNclue,
};
