import type { BodyFunction } from '../../src/engine/functions.js';

/** The four kinds of processing a task can be made for; the analysis is not among them. */
const kinds = [
  { template_id: 'sys_data_cleaning', label_zh: '数据清洗', label_en: 'data cleaning' },
  { template_id: 'sys_data_validation', label_zh: '数据校验', label_en: 'data validation' },
  { template_id: 'sys_data_selection', label_zh: '数据选择', label_en: 'data selection' },
  { template_id: 'sys_data_augmentation', label_zh: '数据增强', label_en: 'data augmentation' },
];

/** The kinds on a page, where `offset` is the number of the page, from 0. */
export const kindsByPage: BodyFunction = ({ request: { query } }) =>
  kindsFrom(Number(query['offset']) * Number(query['limit']), query);

/** The same, where `offset` is the number of the first kind, from 0. */
export const kindsByRecord: BodyFunction = ({ request: { query } }) => kindsFrom(Number(query['offset']), query);

function kindsFrom(start: number, query: Readonly<Record<string, unknown>>) {
  return { total: kinds.length, items: kinds.slice(start, start + Number(query['limit'])) };
}
