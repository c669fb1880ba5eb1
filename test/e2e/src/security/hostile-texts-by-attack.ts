/** Hostile texts; each key names the attack. */
export const hostileTextsByAttack: Readonly<Record<string, string>> = {
  html: '<img src=x onerror="window.hacked=1"><script>window.hacked=1</script><svg/onload=window.hacked=1>',
  htmlEnd: '</details></table></script></style></title><iframe src="https://evil.example"></iframe><!-- --!>',
  htmlAttribute: `" onmouseover="window.hacked=1" x='" autofocus onfocus=window.hacked=1 '`,
  scriptAddress: 'javascript:window.hacked=1 <javascript:alert(1)> [x](javascript:window.hacked=1) data:text/html,<b>',
  link: '[click](https://evil.example/a "t") ![p](https://evil.example/p.png) <https://evil.example> [r]: https://evil.example',
  bareLink: 'https://evil.example www.evil.example evil@evil.example mailto:evil@evil.example ftp://evil.example',
  mention: '@octocat @acme/sre @channel @here @everyone (@octocat)',
  reference: 'fixes #1 closes acme/api#12, resolves GH-12, reverts f1e2d3c4b5a697887766554433221100ffeeddcc',
  marker: '<!-- refrain:pattern-other --> <!-- refrain:end --> <!-- refrain:begin -->',
  markdown: '**bold** _it_ ~~no~~ `code` ``` ~~~ | a | b | \\| ^^ $x$ $$y$$ :tada: [^1] - [ ] task',
  blocks:
    '\r\n# INJECTED\n\n> INJECTED\n\n- INJECTED\n\n| INJECTED | b |\n|---|---|\n\n```\nINJECTED\n```\n---\n===\n1. INJECTED',
  entities: '&#64;octocat &commat;octocat &lt;b&gt; &#x3c;script&#x3e; &amp;lt;',
  slack: '<!channel> <!here> <@U012AB3CD> <#C012AB3CD> <https://evil.example|click> <!subteam^S1> <!date^1^x|y>',
  formula: `=cmd|' /C calc'!A0 +SUM(1) -2+3 @SUM(1) =HYPERLINK("https://evil.example","x")`,
  terminal: '\u001b[2J\u001b[31mred\u001b]0;title\u0007\u001b]8;;https://evil.example\u001b\\x\u009b31m\b\b\u007f',
  bidi: '\u202etxt.exe\u202c \u2066abc\u2069 \u200f \u061c',
  invisible: 'a\u200bb\u200c\u200d\u2060\ufeff\u00ad \u{e0041}\u{e0042}',
  separators: 'one\u2028two\u2029three\u0085four\u000bfive\u000csix',
  nul: 'before\u0000after \ud800 half',
  prototype: '__proto__ constructor prototype {"__proto__":{"polluted":true}} toString',
  template: '{{constructor.constructor("window.hacked=1")()}} \u0024{window.hacked=1} <%= 1 %> #{1} {% raw %}',
  sql: `'; DROP TABLE failures; -- " OR 1=1 \\'; $1 %s`,
  forgedLog: '\n{"level":60,"msg":"forged"}\r\n2026-01-01 FATAL forged',
  yaml: '"}],"x":[{": - a: !!js/function "x" &a *a %TAG\n---\n...',
  long: 'w'.repeat(400),
};

export const allHostileTexts = Object.values(hostileTextsByAttack).join(' ');
