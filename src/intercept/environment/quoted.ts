/** An option for a variable that is split at spaces and knows double quotes, as those of Java and Node do. */
export function quoted(option: string): string {
  return option.includes(' ') ? `"${option}"` : option;
}
