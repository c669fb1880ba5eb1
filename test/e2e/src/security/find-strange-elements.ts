/** Runs in the page: what in it would do something that we did not write. */
export const findStrangeElements = `[
      ...[...document.querySelectorAll('img, iframe, object, embed, base, form[action]')].map((one) => one.outerHTML),
      ...[...document.querySelectorAll('body script')].filter((one) => !one.src.startsWith(location.origin)).map((one) => one.outerHTML),
      ...[...document.querySelectorAll('*')].flatMap((one) => one.getAttributeNames().filter((name) => name.startsWith('on'))),
      ...[...document.querySelectorAll('a[href]')].map((one) => one.href).filter((href) => !/^https?:/.test(href) || href.includes('evil.example')),
    ]`;
