import type { ValueFunction } from '../../src/engine/functions.js';
import { valueAt } from '../../src/language/pointer.js';

const bins = 10;
const everyFeature = ['brightness', 'blur'];

/**
 * The result of a feature analysis. The reference says only that there is one, so its shape is made up: for each
 * feature asked for (all, where none is) how many images fall into each tenth of its range.
 */
export const analysisResult: ValueFunction = ({ record, random }) => {
  const asked = valueAt(record, ['template', 'operator_params', '0', 'params', 'op_list']);
  const features = Array.isArray(asked) && asked.length > 0 ? asked.map(String) : everyFeature;
  return {
    features: features.map((name) => ({
      name,
      histogram: Array.from({ length: bins }, () => Math.floor(random() * 100)),
    })),
  };
};
