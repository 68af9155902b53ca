import type { Exchange, Mock } from '../../mock/mock.js';
import type { Refusal } from '../intercept.js';
import { decisionRules } from './decisionRules.js';
import { newRecords } from './newRecords.js';
import type { CommandEnd } from './runCommand.js';
import type { CalledOperation, RunReport, Violation } from './runReport.js';
import { crashAfterNoContent, violationsOf } from './violations.js';

/** Watches a sandbox from now on. */
export interface Watch {
  /** Ends it, and says what happened. */
  report(command: readonly string[], end: CommandEnd, refusals: readonly Refusal[]): RunReport;
}

/** Watches what a program does to a sandbox, whatever the journal keeps of it. */
export function watchRun(mock: Mock): Watch {
  const before = mock.exportState();
  const calls = new Map<string, Map<number, number>>();
  const met = new Set<string>();
  const violations: Violation[] = [];
  let last: Exchange | undefined;
  const end = mock.journal.subscribe((exchange) => {
    last = exchange;
    const { operation, rule, response } = exchange;
    if (rule !== undefined) met.add(rule);
    if (operation !== undefined) {
      const statuses = calls.get(operation) ?? new Map<number, number>();
      calls.set(operation, statuses.set(response.status, (statuses.get(response.status) ?? 0) + 1));
    }
    violations.push(...violationsOf(exchange, mock.contracts));
  });
  return {
    report(command, ended, refusals) {
      end();
      const crash = last && crashAfterNoContent(last, ended);
      return {
        format: 1,
        command,
        end: ended,
        operations: [...calls].map(([operation, statuses]) => called(mock, operation, statuses, met)),
        coverage: mock.contracts.map((contract) => {
          const rules = decisionRules(contract, mock.switches.get(contract.id));
          return { provider: contract.id, met: rules.filter((rule) => met.has(rule)).length, rules: rules.length };
        }),
        violations: crash ? [...violations, crash] : violations,
        refusals,
        leftBehind: newRecords(before, mock),
      };
    },
  };
}

function called(
  mock: Mock,
  operation: string,
  statuses: ReadonlyMap<number, number>,
  met: ReadonlySet<string>,
): CalledOperation {
  const [provider = '', ...rest] = operation.split('/');
  const id = rest.join('/');
  const about = mock.providers().find((each) => each.id === provider);
  const { method = '', path = '' } = about?.operations.find((each) => each.id === id) ?? {};
  const contract = mock.contracts.find((each) => each.id === provider);
  const rules = contract ? decisionRules(contract, mock.switches.get(provider), id) : [];
  return {
    operation,
    method,
    path,
    statuses: Object.fromEntries(statuses),
    met: rules.filter((rule) => met.has(rule)),
    neverMet: rules.filter((rule) => !met.has(rule)),
  };
}
