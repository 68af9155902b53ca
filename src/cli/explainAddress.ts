import { bundledContracts, loadContract } from '../contract/loadContract.js';
import { exchangeText } from '../report/exchangeText.js';
import { type Explanation, explainNamed } from '../report/explainText.js';
import type { Paint } from '../report/paint.js';
import { defaultTarget } from '../request/tryLines.js';
import { fetchExchange } from './fetchExchange.js';
import { ruleAddress } from './ruleAddress.js';
import { targetUrl } from './targetUrl.js';

/** Explains what a name names. @throws TombstoneError for names that name nothing */
export async function explainAddress(address: string, paint: Paint): Promise<Explanation> {
  const { contract, rest } = ruleAddress(address);
  const { compiled } = await loadContract(contract);
  return explainNamed(compiled, rest, paint);
}

/** Explains an exchange of a running server, with the rule that decided where its contract is bundled. */
export async function explainExchange(
  seq: number,
  target = defaultTarget,
  token: string | undefined,
  paint: Paint,
): Promise<Explanation> {
  const exchange = await fetchExchange(targetUrl(target), seq, token);
  const shown = exchangeText(exchange, paint);
  const [provider = ''] = exchange.rule?.split('/') ?? [];
  if (exchange.rule === undefined || !bundledContracts().includes(provider)) return { text: shown, data: { exchange } };
  const { text, data } = await explainAddress(exchange.rule, paint);
  return { text: `${shown}\n\n${text}`, data: { exchange, ...data } };
}
