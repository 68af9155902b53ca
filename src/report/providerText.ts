import type { CompiledContract } from '../language/compiledContract.js';
import { columns } from './columns.js';
import { operationsOf } from './operations.js';
import type { Paint } from './paint.js';
import { switchRows } from './switchRows.js';

/** A provider's operations, refusals and switches, as `explain` lists them. */
export function providerText(contract: CompiledContract, paint: Paint): string {
  const { document, lifecycle } = contract;
  const operations = operationsOf(contract).map(({ id, method, path }) => [id, method, path]);
  const switches = switchRows(contract);
  return [
    `${paint.bold(contract.id)}: ${document.info.title}`,
    '',
    'Operations',
    ...columns(operations, '  '),
    '',
    'Refusals before the decision',
    ...columns(
      lifecycle.failures.map(({ id, reply }) => [id, reply ? String(reply.status) : 'goes on']),
      '  ',
    ),
    '',
    'Switches',
    ...(switches.length === 0 ? ['  none'] : []),
    ...switches.flatMap(({ name, about, values }) => [
      `  ${paint.bold(name)}: ${about}`,
      ...columns(
        values.map((value) => [value.value + (value.isDefault ? ' (default)' : ''), value.basis]),
        '    ',
      ),
    ]),
    '',
    paint.dim(`tombstone explain ${contract.id}/<operation> shows its rules.`),
  ].join('\n');
}
