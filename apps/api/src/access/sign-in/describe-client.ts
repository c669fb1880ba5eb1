import bowser from 'bowser';

/** Characters of the header that are parsed; the rest is ignored. */
const maxLength = 500;

/** Returns the browser and system that a `User-Agent` header names, such as `Firefox on Linux`; null if it names none. */
export function describeClient(userAgent: string | undefined): string | null {
  const text = userAgent?.slice(0, maxLength).trim() ?? '';
  if (text === '') return null;
  const { browser, os } = bowser.parse(text);
  if (browser.name === undefined || browser.name === '') return null;
  return os.name === undefined || os.name === '' ? browser.name : `${browser.name} on ${os.name}`;
}
