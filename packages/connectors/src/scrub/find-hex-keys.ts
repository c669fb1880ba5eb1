import type { Span } from './find-value-spans.ts';

/** Matches a 256-bit key, or a digest of the same length. */
const hex = /(?<![\da-f])[\da-f]{64}(?![\da-f])/giu;

/** Matches words that label the text after them as a digest, an id or a secret. The nearest label counts. */
const label = new RegExp(
  [
    String.raw`(?<digest>(?:checksum|digest|etag|fingerprint|hash(?:es)?|integrity|md5|sha-?\d{0,3}(?:sum)?|thumbprint)(?![a-z])`,
    String.raw`(?:correlation|request|span|trace)[ _-]?id|cache[ _-]?key|(?<![a-z])(?:actual|artifact|blob|block|build[ _-]?id|commit`,
    String.raw`computed|containerd?|containers|cri-o|docker|expected|found|got|head|image|layer|manifest|merkle|moby|object|overlay2`,
    String.raw`parent|pod|received|revision|sandbox|shim|snapshot|tree|tx(?:id)?|transaction|want(?:ed)?)(?![a-z]))`,
    String.raw`(?<secret>key|secret|token|passw|passphrase|signing|hmac|encrypt|private|salt|seed|credential|auth|bearer|cookie|session)`,
  ].join('|'),
  'giu',
);
const readBefore = 200;
const nearby = 40;
/** Match the text before and after a digest in the output of `sha256sum`, in which the file name follows the digest. */
const sumBefore = /(?:^|\n)\\?$/u;
const sumAfter = /^ [ *][^\s]/u;

/** Finds keys of 64 hexadecimal digits. Ignores digests and ids with a label (`container …`, `sha256:…`). */
export function findHexKeys(text: string): Span[] {
  return Array.from(text.matchAll(hex)).flatMap(({ 0: found, index }) => {
    const end = index + found.length;
    const before = text.slice(Math.max(0, index - readBefore), index);
    const isSum = sumBefore.test(before.slice(-2)) && sumAfter.test(text.slice(end, end + 3));
    return isSum || isLabelledDigest(before) ? [] : [{ start: index, end }];
  });
}

/** Tells whether the nearest label before the digits means a digest. Skips digests in between (`expected … got …`). */
function isLabelledDigest(before: string): boolean {
  const words = before.replace(/[\da-f]{64}|\[secret\]/giu, '').slice(-nearby);
  return Array.from(words.matchAll(label)).at(-1)?.groups?.digest !== undefined;
}
