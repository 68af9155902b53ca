// `node certificate.mjs HOST PORT`: prints the fingerprint of the certificate that the server shows.
import { connect } from 'node:tls';

const [host, port] = process.argv.slice(2);
const socket = connect({ host, port, servername: host, rejectUnauthorized: false }, () => {
  console.log(socket.getPeerX509Certificate().fingerprint256);
  socket.end();
});
