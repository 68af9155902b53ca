import type { Adapter } from '../adapter.js';
import type { ClientInfo } from '../protocol/messages.js';

/** Who an adapter says that its client is. */
export function clientOf({ name, version, language, issues }: Adapter): ClientInfo {
  return {
    name,
    ...(version === undefined ? {} : { version }),
    ...(language === undefined ? {} : { language }),
    ...(issues === undefined ? {} : { issues }),
  };
}
