/** How the examples of one language are run: `{file}` is the example, `{work}` a folder for what is built of it. */
export interface Language {
  readonly name: string;
  /** What an example is called in the folder of its call. */
  readonly file: string;
  /** Programs that have to be on the path. */
  readonly needs: readonly string[];
  /** A command that has to succeed, where a program on the path is not enough. */
  readonly probe?: readonly string[];
  readonly prepare?: readonly string[];
  readonly run: readonly string[];
}

/** A delete that documentation shows, and the two cases that its examples are judged by. */
export interface DocumentedCall {
  /** With its provider before it; also the folder of its examples. */
  readonly operation: string;
  /** What the examples are given for their ids, as `tombstone conform --rung observe` has it. */
  readonly arguments: readonly string[];
  /** Rule and case in which the delete succeeds, and in which it is refused; without the operation. */
  readonly success: string;
  readonly refusal: string;
}

/** `examples/documentation/gallery.json`. */
export interface Gallery {
  readonly languages: readonly Language[];
  readonly calls: readonly DocumentedCall[];
}

/** Where the examples are. */
export const galleryFolder = 'examples/documentation';

/** The gallery as it is written down. */
export function readGallery(read: (path: string) => string): Gallery {
  return JSON.parse(read(`${galleryFolder}/gallery.json`));
}
