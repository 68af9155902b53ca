/** What one request has otherwise than it should. */
export interface Difference {
  readonly expected: string;
  readonly observed: string;
}
