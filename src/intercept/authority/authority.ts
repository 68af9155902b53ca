import type { SecureContext } from 'node:tls';

/**
 * A certificate authority for a day and for some hosts. Its private key is in memory only; its certificate is in a folder
 * that only the user can read, and is installed nowhere.
 */
export interface Authority extends AsyncDisposable {
  /** The hosts it was made for, as they were given. */
  readonly hosts: readonly string[];
  /** Its own certificate, PEM. */
  readonly certificate: string;
  readonly files: AuthorityFiles;
  /** A certificate for a host of its own, with its key, ready for a TLS server. The same host gives the same one. */
  contextFor(host: string): Promise<SecureContext>;
  /** Takes the folder away. Calling it again does nothing. */
  close(): Promise<void>;
}

/** Where programs find what they are to trust. */
export interface AuthorityFiles {
  readonly folder: string;
  /** Its certificate alone, PEM. */
  readonly certificate: string;
  /** The roots the user trusts already and its certificate, PEM. */
  readonly bundle: string;
  /** The same as a PKCS #12 trust store, as Java reads it. */
  readonly trustStore: string;
  readonly trustStorePassword: string;
  /** A folder with one `.ini` file that tells PHP of the bundle. */
  readonly phpFolder: string;
  /** The user's own settings of wget and the bundle: what it is built on here reads no variable. */
  readonly wgetrc: string;
  /** What Ruby is to require, so that it looks no host up. */
  readonly rubyFile: string;
  /** A folder to be looked through first for programs, where one has to be started in a way of its own. */
  readonly programs?: string;
}
