/** `mpc.{region}.myhuaweicloud.com` as a pattern over whole host names. */
export function hostPattern(host: string): RegExp {
  return new RegExp(`^${hostSource(host)}$`, 'i');
}

/** The same as the source of a pattern, to be a part of a larger one. A variable stands for anything but a dot. */
export function hostSource(host: string): string {
  return host
    .split(/\{[^{}]+\}/)
    .map((text) => text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&'))
    .join('[^./]+');
}
