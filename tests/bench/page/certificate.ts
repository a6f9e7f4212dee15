/**
 * A certificate for this run alone: HTTP/2 needs TLS in a browser, and nothing that is kept can expire or leak. It is the
 * least that X.509 allows: version 1, for `localhost`, signed by itself. Each value is DER: a tag, a length, the content.
 */
import { generateKeyPairSync, randomBytes, sign } from 'node:crypto';

export type Certificate = { readonly key: string; readonly cert: string };

const TAG = { integer: 0x02, bits: 0x03, oid: 0x06, text: 0x0c, time: 0x17, sequence: 0x30, set: 0x31 };
/** The identifiers of "ECDSA with SHA-256" and of a common name. */
const ECDSA_SHA256 = Buffer.from('2a8648ce3d040302', 'hex');
const COMMON_NAME = Buffer.from('550403', 'hex');
const HOUR_MS = 3_600_000;

export function localCertificate(now = Date.now()): Certificate {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const algorithm = der('sequence', der('oid', ECDSA_SHA256));
  const commonName = der('sequence', der('oid', COMMON_NAME), der('text', Buffer.from('localhost')));
  const name = der('sequence', der('set', commonName));
  const toSign = der(
    'sequence',
    der('integer', Buffer.concat([Buffer.of(1), randomBytes(8)])),
    algorithm,
    name,
    der('sequence', utcTime(now - HOUR_MS), utcTime(now + 24 * HOUR_MS)),
    name,
    publicKey.export({ type: 'spki', format: 'der' }),
  );
  const signature = der('bits', Buffer.of(0), sign('sha256', toSign, privateKey));
  const cert = der('sequence', toSign, algorithm, signature).toString('base64');
  return {
    key: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
    cert: `-----BEGIN CERTIFICATE-----\n${cert.replace(/.{64}/g, '$&\n')}\n-----END CERTIFICATE-----\n`,
  };
}

function der(tag: keyof typeof TAG, ...parts: readonly Buffer[]): Buffer {
  const content = Buffer.concat(parts);
  const { length } = content;
  const long = length < 0x80 ? [] : length < 0x100 ? [0x81] : [0x82, length >> 8];
  return Buffer.concat([Buffer.of(TAG[tag], ...long, length & 0xff), content]);
}

/** As YYMMDDhhmmssZ. */
function utcTime(ms: number): Buffer {
  return der('time', Buffer.from(`${new Date(ms).toISOString().replace(/\D/g, '').slice(2, 14)}Z`));
}
