/** CSS of a report page for screens and paper, in light and dark mode. Must not load anything. */
export const pageStyle = `
:root { color-scheme: light dark; --ink: #1c1d21; --quiet: #5c5f66; --paper: #fff; --line: #d4d6db; --accent: #1c5fb0; --warm: #b4540a; }
@media (prefers-color-scheme: dark) { :root { --ink: #e6e7ea; --quiet: #a3a6ad; --paper: #17181b; --line: #3a3c42; --accent: #7fb2f0; --warm: #f0a35e; } }
* { box-sizing: border-box; }
body { margin: 0 auto; max-width: 48rem; padding: 2rem 1rem 4rem; color: var(--ink); background: var(--paper); font: 1rem/1.55 system-ui, sans-serif; overflow-wrap: break-word; }
h1 { font-size: 1.7rem; line-height: 1.25; margin: 0 0 .75rem; }
h2 { font-size: 1.15rem; margin: 2.25rem 0 .5rem; }
p { margin: .5rem 0; }
a { color: var(--accent); }
.lead { font-size: 1.1rem; }
.badge { border: 1px solid var(--line); border-radius: 1rem; padding: .1rem .6rem; margin-right: .4rem; font-size: .85rem; }
blockquote { margin: .5rem 0; padding-left: .75rem; border-left: 3px solid var(--line); }
details.section { color: inherit; font-size: 1rem; border-top: 1px solid var(--line); padding: .5rem 0; }
details.section > summary { cursor: pointer; }
details.section > summary h2 { display: inline; margin: 0; }
.refs { font-size: .8rem; white-space: nowrap; }
details, .as-of, footer { color: var(--quiet); font-size: .85rem; }
table { border-collapse: collapse; width: 100%; font-size: .9rem; margin: .75rem 0; display: block; overflow-x: auto; }
th, td { text-align: left; padding: .35rem .75rem .35rem 0; border-bottom: 1px solid var(--line); vertical-align: top; }
th { color: var(--quiet); font-weight: 500; }
figure { margin: 1rem 0; }
figcaption { color: var(--quiet); font-size: .85rem; }
svg { width: 100%; height: auto; display: block; }
svg text { font: 12px system-ui, sans-serif; fill: var(--quiet); }
.bar { fill: var(--accent); opacity: .75; }
.level { stroke: var(--warm); stroke-width: 2; }
.axis { stroke: var(--line); stroke-width: 2; }
.mark { fill: var(--accent); }
.range { stroke: var(--accent); stroke-width: 4; opacity: .4; stroke-linecap: round; }
.value { fill: var(--accent); }
ol.sources { list-style: none; padding: 0; font-size: .9rem; }
ol.sources li { padding: .3rem 0; border-bottom: 1px solid var(--line); }
ol.sources li:target, td:target { background: color-mix(in srgb, var(--accent) 15%, transparent); }
@media print { body { max-width: none; padding: 0; } .statement details summary { display: none; } h2 { break-after: avoid; } figure, li { break-inside: avoid; } }
`;
