import type { Span } from './find-secrets.ts';

/** A key of 256 bits, such as Refrain's own, or a digest of as many. */
const hex = /(?<![\da-f])[\da-f]{64}(?![\da-f])/giu;

/** Words that say of what follows that it is a digest or an id, and words that say that it is a secret. The nearer one counts. */
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
/** Characters before a digest in which its label stands. */
const nearby = 40;
/** A line of `sha256sum`: the digest, two characters, the name of the file. */
const sumBefore = /(?:^|\n)\\?$/u;
const sumAfter = /^ [ *][^\s]/u;

/** Finds keys of 64 hexadecimal digits. One that a word before it calls a digest or an id (`container …`, `sha256:…`) is none. */
export function findHexKeys(text: string): Span[] {
  return Array.from(text.matchAll(hex)).flatMap(({ 0: found, index }) => {
    const end = index + found.length;
    const before = text.slice(Math.max(0, index - readBefore), index);
    const isSum = sumBefore.test(before.slice(-2)) && sumAfter.test(text.slice(end, end + 3));
    return isSum || isLabelledDigest(before) ? [] : [{ start: index, end }];
  });
}

/** @param before what stands before the digits. It may hold other digests, which are skipped: `expected … got …`, `containers/…/…`. */
function isLabelledDigest(before: string): boolean {
  const words = before.replace(/[\da-f]{64}|\[secret\]/giu, '').slice(-nearby);
  return Array.from(words.matchAll(label)).at(-1)?.groups?.digest !== undefined;
}
