import type { Called } from './call.js';

/** A refusal in one line: `deleteTask answered 400: {"code":"…"}`. */
export function refusalText({ operation, answer }: Called): string {
  const text = new TextDecoder().decode(answer.body).replaceAll(/\s+/g, ' ').trim();
  const said = text === '' ? '' : `: ${text.length > 160 ? `${text.slice(0, 160)}…` : text}`;
  return `${operation ?? 'It'} answered ${answer.status}${said}`;
}
