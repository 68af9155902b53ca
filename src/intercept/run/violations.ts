import type { CompiledContract } from '../../language/compiledContract.js';
import { documentOperation } from '../../language/documentOperation.js';
import type { Exchange } from '../../mock/mock.js';
import type { CommandEnd } from './runCommand.js';
import type { Violation, ViolationKind } from './runReport.js';

/** What a client got wrong in one exchange. An answer that a fault made is nobody's mistake. */
export function violationsOf(exchange: Exchange, contracts: readonly CompiledContract[]): readonly Violation[] {
  const { request, operation, rule, explanation, fault } = exchange;
  if (fault) return [];
  const found: Violation[] = [];
  if (operation === undefined) {
    found.push(violation('no-operation', exchange, explanation ?? 'No operation has that method and path.'));
    return found;
  }
  const [provider = '', ...rest] = operation.split('/');
  const id = rest.join('/');
  const contract = contracts.find((each) => each.id === provider);
  const decides = contract?.lifecycle.operations[id]?.decide.some((row) => rule === `${operation}/${row.id}`);
  if (decides === false) {
    found.push(violation('refused', exchange, explanation ?? 'The request is not what the operation takes.'));
  }
  const declared = contract && documentOperation(contract.document, id);
  if (request.body !== undefined && declared?.operation.requestBody === undefined) {
    const message = `${request.method} was sent with content; the document of ${provider} declares none for ${id}.`;
    found.push(violation('body-where-none-belongs', exchange, message));
  }
  return found;
}

/** The trace that parsing nothing as JSON leaves: nobody sees it but by the crash. */
export function crashAfterNoContent(last: Exchange, { status, signal }: CommandEnd): Violation | undefined {
  const { response } = last;
  const isEmpty = response.status >= 200 && response.status < 300 && response.body === undefined;
  if (status === 0 || signal !== undefined || !isEmpty) return undefined;
  const message = `The command failed (${status}), and the last answer it got was ${response.status} without content. A client that parses JSON from it fails so.`;
  return violation('crash-after-no-content', last, message);
}

function violation(kind: ViolationKind, { seq, request, response, rule }: Exchange, message: string): Violation {
  return {
    kind,
    seq,
    request: `${request.method} ${request.target}`,
    status: response.status,
    ...(rule !== undefined && { rule }),
    message,
  };
}
