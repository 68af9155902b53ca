/** What became of one example. */
export interface ExampleResult {
  /** It ends well after a success without content; left out where the success has content. */
  readonly survivesNoContent?: boolean;
  /** It ends otherwise than well after a refusal. */
  readonly noticesTheRefusal: boolean;
}

/** What the examples of one call came to, by language, with the statuses they were answered. */
export interface CallResults {
  readonly operation: string;
  readonly success: number;
  readonly refusal: number;
  readonly languages: Readonly<Record<string, ExampleResult>>;
}

/** Where the results are kept. */
export const exampleResultsFile = 'conformance/results/documentation.json';

/** The saved results; none where there is no file yet. */
export function readExampleResults(read: (path: string) => string): readonly CallResults[] {
  const text = read(exampleResultsFile);
  return text === '' ? [] : JSON.parse(text);
}
