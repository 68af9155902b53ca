const reasons: Readonly<Record<number, string>> = {
  429: 'Too Many Requests',
  500: 'Internal Server Error',
  502: 'Bad Gateway',
  503: 'Service Unavailable',
  504: 'Gateway Timeout',
};

/** The page that a gateway in front of a service answers with: HTML where a client expects JSON. */
export function gatewayPage(status: number): string {
  const title = [status, reasons[status] ?? 'Error'].join(' ');
  return `<!DOCTYPE html>
<html>
<head><title>${title}</title></head>
<body>
<h1>${title}</h1>
<p>The gateway could not hand on an answer of the service behind it.</p>
</body>
</html>
`;
}
