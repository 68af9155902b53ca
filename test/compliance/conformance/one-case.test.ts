import { describe, expect, it } from 'vitest';
import { deriveCases, describeResult, runCase } from '../../../src/conformance/index.js';
import { loadContract } from '../../../src/contract/loadContract.js';
import { mpcReferenceClient, optimisticClient } from '../../support/mpcClients.js';

describe('a case derived from the rule huawei-mpc/deleteTranscodingTask/not-final', async () => {
  const contract = await loadContract('huawei-mpc');
  const { document } = contract.compiled;
  const cases = deriveCases(contract).filter(({ rule }) => rule === 'huawei-mpc/deleteTranscodingTask/not-final');
  const transcoding = cases.find(({ situation }) => situation.state === 'TRANSCODING');
  if (!transcoding) throw new Error('the rule has no case for TRANSCODING');

  it('has one story for each state the rule covers', () => {
    expect(cases.map(({ id }) => id)).toEqual([
      'huawei-mpc/deleteTranscodingTask/not-final/NEED_TO_BE_AUDIT',
      'huawei-mpc/deleteTranscodingTask/not-final/WAITING',
      'huawei-mpc/deleteTranscodingTask/not-final/TRANSCODING',
    ]);
  });

  it('is passed by a client that reads the answer as documented', async () => {
    const result = await runCase(transcoding, contract, mpcReferenceClient(document));
    expect(result.checks.map(({ slug, verdict }) => `${slug}: ${verdict}`)).toEqual([
      'sends-the-operation: pass',
      'sends-no-body-on-delete: pass',
      'changes-nothing-else: pass',
      'keeps-the-record: pass',
      'reports-the-outcome: pass',
      'tells-the-truth: pass',
    ]);
    expect(result.verdict).toBe('pass');
  });

  it('is failed by a client that calls every answer success, in words a person understands', async () => {
    const result = await runCase(transcoding, contract, optimisticClient(document));
    expect(describeResult(result, contract.compiled)).toMatchInlineSnapshot(`
      "fail  huawei-mpc/deleteTranscodingTask/not-final/TRANSCODING  (calls every answer success)
        reports-the-outcome
          required: The client reports "refused".
          seen:     The server answered 400 {"error_code":"MPC.10213","error_msg":"Operation failed. The task is not in the final state."}, and the client told its caller "deleted".
        tells-the-truth
          required: A client never says "deleted" or "absent" of a record that still exists, nor "refused" of one that is gone.
          seen:     It said "deleted", but transcodingTask 107211 still exists.
        rule:     huawei-mpc/deleteTranscodingTask/not-final, documented: "MPC API Reference: Deletes Transcoding Task Records", Status code 400 <https://support.huaweicloud.com/intl/en-us/api-mpc/DeleteTranscodingTaskByConsole.html>
        exchange 1: DELETE /v1/0a1b2c3d4e5f60718293a4b5c6d7e8f9/transcodings/task?task_id=107211 → 400 {"error_code":"MPC.10213","error_msg":"Operation failed. The task is not in the final state."}"
    `);
  });

  it('is an error of the adapter, not a verdict on the client, when the adapter throws', async () => {
    const broken = { name: 'broken', run: () => Promise.reject(new Error('no such method')) };
    const result = await runCase(transcoding, contract, broken);
    expect(result).toMatchObject({ verdict: 'error', checks: [], error: 'The adapter "broken" threw: no such method' });
  });

  it('passes the reference client in every case of every MPC delete and cancel rule it can tell apart', async () => {
    const deletes = deriveCases(contract).filter(({ operation }) => operation === 'deleteTranscodingTask');
    const results = await Promise.all(deletes.map((one) => runCase(one, contract, mpcReferenceClient(document))));
    expect(
      results.filter(({ verdict }) => verdict !== 'pass').map((result) => describeResult(result, contract.compiled)),
    ).toEqual([]);
  });
});
