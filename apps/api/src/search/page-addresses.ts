import { AppError } from '@refrain/domain';

/** Maximum number of trailing path segments below a page: `/files`, `/job/12`, `/commits/<sha>`. */
const partsWithin = 3;
const minParts = 2;

/**
 * Lists the addresses under which the page of a URL may be stored, most exact first: without query, fragment and trailing
 * slash, for both schemes, and without trailing path segments.
 * @throws {AppError} `invalid_input` if it is no http URL
 */
export function listPageAddresses(url: string): string[] {
  const trimmed = url.trim();
  const read = URL.canParse(trimmed) ? new URL(trimmed) : null;
  if (read === null || !/^https?:$/u.test(read.protocol)) {
    throw new AppError(
      'invalid_input',
      'The URL is not the address of a page. Give the complete URL, starting with https://.',
    );
  }
  const parts = read.pathname.split('/').filter((part) => part !== '');
  const fewest = Math.min(parts.length, Math.max(minParts, parts.length - partsWithin));
  const paths: string[] = [];
  for (let count = parts.length; count >= fewest; count -= 1) {
    paths.push(
      parts
        .slice(0, count)
        .map((part) => `/${part}`)
        .join(''),
    );
  }
  return paths.flatMap((path) => [`https://${read.host}${path}`, `http://${read.host}${path}`]);
}
