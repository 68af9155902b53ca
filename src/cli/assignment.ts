import { shellWord } from '../request/shellWord.js';

/** A variable as a POSIX shell takes it over. */
export function assignment(name: string, value: string): string {
  return `export ${name}=${shellWord(value)}`;
}
