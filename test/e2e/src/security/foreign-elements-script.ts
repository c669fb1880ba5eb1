/** A script that lists those active elements of a page that belong neither to Refrain nor to bull-board. */
export const foreignElementsScript = `[
      ...[...document.querySelectorAll('img:not([src="static/images/logo.svg"]), iframe, object, embed, base:not([href="/queues/"]), form[action]')].map((one) => one.outerHTML),
      ...[...document.querySelectorAll('body script:not([type="application/json"])')].filter((one) => !one.src.startsWith(location.origin)).map((one) => one.outerHTML),
      ...[...document.querySelectorAll('*')].flatMap((one) => one.getAttributeNames().filter((name) => name.startsWith('on'))),
      ...[...document.querySelectorAll('a[href]')].map((one) => one.href).filter((href) => !/^https?:/.test(href) || href.includes('evil.example')),
    ]`;
