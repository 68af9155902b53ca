import { expect, it } from 'vitest';
import { domainsOf } from '../../../src/intercept/authority/domains.js';
import { nameHash } from '../../../src/intercept/authority/monoPrograms.js';
import { readHostPort } from '../../../src/intercept/proxy/hostPort.js';
import { isPublicAddress } from '../../../src/intercept/proxy/isPublicAddress.js';

it('takes for the domain of a host what follows its last variable from a dot on', () => {
  const hosts = ['api.example.com', 'mpc.{region}.example.net', 'a.{b}.{c}-x.example.org', 'obs.{region}.example.net'];
  expect(domainsOf(hosts)).toEqual(['api.example.com', 'example.net', 'example.org']);
});

it('names a certificate as OpenSSL does by the hash of its subject', () => {
  // `openssl x509 -subject_hash` of a certificate with this common name.
  expect(nameHash('Tombstone 51fc0e36, for tests on one machine')).toBe('1d64b990');
});

it('reads a host with a port, and nothing else', () => {
  expect(readHostPort('Example.COM:443')).toEqual({ host: 'example.com', port: 443 });
  expect(readHostPort('[::1]:8443')).toEqual({ host: '::1', port: 8443 });
  expect(readHostPort('example.com', 80)).toEqual({ host: 'example.com', port: 80 });
  for (const text of ['example.com', 'example.com:0', 'example.com:65536', 'https://example.com:443', ':443', '']) {
    expect(readHostPort(text)).toBeUndefined();
  }
});

it('calls no address of this machine or of a private network public', () => {
  const inside =
    '127.0.0.1 10.1.2.3 172.16.0.1 192.168.1.1 169.254.169.254 100.64.0.1 0.0.0.0 224.0.0.1 ::1 :: fe80::1 fc00::1';
  const wrapped = '::ffff:127.0.0.1 ::ffff:8.8.8.8 64:ff9b::7f00:1 2002:7f00:1:: 2001:db8::1 3fff::1 2001:2::1 ff02::1';
  expect(`${inside} ${wrapped} localhost`.split(' ').filter(isPublicAddress)).toEqual([]);
  expect(['8.8.8.8', '172.32.0.1', '2606:4700::1111'].filter((address) => !isPublicAddress(address))).toEqual([]);
});
