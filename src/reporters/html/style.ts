/** The page's style: no font and no picture of anybody else; light and dark as the reader's system is. */
export const style = `
:root {
  color-scheme: light dark;
  --back: #ffffff; --raised: #f5f6f8; --text: #1c2128; --quiet: #59636e; --line: #d5dae0; --link: #0a58ca;
  --pass: #116329; --pass-back: #dff5e3; --fail: #a40e26; --fail-back: #ffe0e0; --unsupported: #6e4600;
  --unsupported-back: #fdebc8; --warn: #6b5300; --warn-back: #fff5c2; --info: #0a4a8a; --info-back: #dcecfb;
  --known: #4b5560; --known-back: #e7eaee;
}
@media (prefers-color-scheme: dark) {
  :root {
    --back: #14171c; --raised: #1d2229; --text: #e3e7ec; --quiet: #9aa5b1; --line: #363d47; --link: #7cb3ff;
    --pass: #7ee2a0; --pass-back: #143522; --fail: #ffa3a3; --fail-back: #4a1a20; --unsupported: #ffce85;
    --unsupported-back: #463110; --warn: #f2de7a; --warn-back: #3c3510; --info: #9ccdff; --info-back: #15304d;
    --known: #b4bdc8; --known-back: #2c333c;
  }
}
* { box-sizing: border-box; }
body { margin: 0 auto; max-width: 100rem; padding: 1rem 1.25rem 4rem; background: var(--back); color: var(--text);
  font: 15px/1.45 system-ui, sans-serif; }
h1 { font-size: 1.4rem; margin: .25rem 0 1rem; }
h2 { font-size: 1.1rem; margin: 1.75rem 0 .5rem; }
a { color: var(--link); }
code, pre { font: .9em/1.4 ui-monospace, SFMono-Regular, Menlo, Consolas, monospace; unicode-bidi: isolate; }
code { overflow-wrap: anywhere; }
pre { margin: .25rem 0; padding: .5rem .75rem; background: var(--back); border: 1px solid var(--line);
  border-radius: 4px; white-space: pre-wrap; overflow-wrap: anywhere; max-height: 30rem; overflow: auto; }
:focus-visible { outline: 2px solid var(--link); outline-offset: 1px; }
[hidden] { display: none !important; }
.quiet { color: var(--quiet); }
.state { display: inline-block; padding: 0 .45em; border-radius: 3px; white-space: nowrap; }
.pass { color: var(--pass); background: var(--pass-back); }
.fail, .error { color: var(--fail); background: var(--fail-back); }
.unsupported { color: var(--unsupported); background: var(--unsupported-back); }
.warn { color: var(--warn); background: var(--warn-back); }
.info { color: var(--info); background: var(--info-back); }
.known { color: var(--known); background: var(--known-back); }
.runs { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(22rem, 100%), 1fr)); gap: .75rem;
  align-items: start; }
.run { border: 1px solid var(--line); border-radius: 6px; padding: .75rem 1rem; background: var(--raised); }
.run h2 { margin: 0 0 .25rem; }
.run p { margin: .35rem 0; }
.run ul { display: flex; flex-wrap: wrap; gap: .3rem; list-style: none; margin: .5rem 0; padding: 0; }
.run ul.problems { display: block; list-style: disc; padding-left: 1.2rem; }
.group { border: 1px solid var(--line); border-radius: 6px; margin: .4rem 0; background: var(--raised); }
.group > summary { padding: .45rem .75rem; cursor: pointer; }
.group > div { padding: 0 .75rem .75rem 1.75rem; }
.group ul { margin: .4rem 0; padding-left: 1.1rem; }
.tools { display: flex; flex-wrap: wrap; align-items: center; gap: .5rem 1.25rem; margin: .5rem 0; }
.tools input[type=search] { font: inherit; width: min(26rem, 100%); padding: .35rem .6rem; border: 1px solid var(--line);
  border-radius: 4px; background: var(--back); color: var(--text); }
.matrix { border-collapse: collapse; width: 100%; }
.matrix th, .matrix td { text-align: left; padding: .2rem .6rem; border-bottom: 1px solid var(--line); vertical-align: top; }
.matrix thead th { position: sticky; top: 0; z-index: 1; background: var(--back); border-bottom: 2px solid var(--line); }
.matrix thead th:not(:first-child), .matrix .rule td, .matrix .head td { width: 9rem; }
.matrix .provider th { padding-top: 1.25rem; font-size: 1.1rem; }
.matrix .head > * { background: var(--raised); font-weight: 600; }
.matrix .rule > th { font-weight: 400; padding-left: 2rem; overflow-wrap: anywhere; }
.folded:not(.filtered) > .rule, .folded:not(.filtered) > .detail { display: none; }
button.fold { all: unset; cursor: pointer; overflow-wrap: anywhere; }
button.fold:focus-visible { outline: 2px solid var(--link); }
button.fold::before { content: '▾'; display: inline-block; width: 1.1em; color: var(--quiet); }
.folded:not(.filtered) button.fold::before { content: '▸'; }
button.cell { font: inherit; width: 100%; text-align: left; border: 1px solid transparent; border-radius: 3px;
  padding: .05rem .5rem; cursor: pointer; font-variant-numeric: tabular-nums; }
button.cell:hover, button.cell[aria-expanded=true] { border-color: currentColor; }
.none { color: var(--quiet); padding-left: .5rem; }
.detail > td { background: var(--raised); padding: .5rem 1rem 1rem; }
.detail .who { margin: .25rem 0 .5rem; color: var(--quiet); }
.case { margin: .3rem 0; }
.case > summary, .exchange > summary { cursor: pointer; overflow-wrap: anywhere; }
.case > :not(summary) { margin-left: 1.1rem; }
.case .title { margin-top: .4rem; margin-bottom: .4rem; }
.message { color: var(--fail); }
.fault { color: var(--fail); }
.labelled { display: flex; flex-wrap: wrap; gap: 0 .75rem; margin: .2rem 0; }
.labelled > .label { flex: 0 0 5.5rem; color: var(--quiet); }
.labelled > :last-child { flex: 1 1 16rem; min-width: 0; overflow-wrap: anywhere; }
.matrix .checks { border-collapse: collapse; margin-top: .5rem; margin-bottom: .5rem; }
.matrix .checks td { border: 0; padding: .15rem .75rem .35rem 0; }
.checks .labelled > .label { flex-basis: 5rem; }
.replay { user-select: all; }
@media (max-width: 44rem) {
  body { padding: .75rem .6rem 3rem; }
  .matrix th, .matrix td { padding: .2rem .3rem; }
  .matrix .rule > th { padding-left: .8rem; }
  .matrix thead th:not(:first-child), .matrix .rule td, .matrix .head td { width: 5rem; }
  .matrix thead th { overflow-wrap: anywhere; }
  .detail > td { padding: .5rem .4rem; }
  .case > :not(summary) { margin-left: .3rem; }
}
@media print { .tools { display: none; } }
`;
