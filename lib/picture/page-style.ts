const light =
  '--ink:#1c2024;--soft:#59636e;--paper:#fff;--shade:#f3f5f7;--rule:#d5dae0;--mark:#fff3c4;--strong:#0b62c4';
const dark =
  '--ink:#e6e8eb;--soft:#9aa4af;--paper:#16191d;--shade:#20252b;--rule:#3a424b;--mark:#4d430f;--strong:#6cb2ff';

/** The style of the page around a picture. */
export const pageStyle = [
  `:root{${light}}@media(prefers-color-scheme:dark){:root{${dark}}}`,
  `:root[data-theme=light]{${light};color-scheme:light}:root[data-theme=dark]{${dark};color-scheme:dark}`,
  '*{box-sizing:border-box}html,body{height:100%;margin:0}',
  'body{display:flex;flex-direction:column;background:var(--paper);color:var(--ink);font:14px system-ui,sans-serif}',
  'header{display:flex;flex-wrap:wrap;gap:8px;align-items:center;padding:8px 12px;border-bottom:1px solid var(--rule)}',
  'h1{font-size:16px;margin:0 8px 0 0}h2{font-size:15px;margin:0 0 4px}h3{font-size:13px;margin:16px 0 4px}',
  'button,input,select{font:inherit;color:inherit;background:var(--shade);border:1px solid var(--rule);border-radius:6px;padding:4px 9px}',
  'button{cursor:pointer}button:focus-visible,input:focus-visible,.node:focus-visible{outline:2px solid var(--strong)}',
  '.search{position:relative}.results{position:absolute;z-index:2;top:100%;left:0;min-width:320px;margin:2px 0;padding:0;list-style:none;',
  'background:var(--paper);border:1px solid var(--rule);border-radius:6px;max-height:60vh;overflow:auto}.results:empty{display:none}',
  '.results button{display:block;width:100%;text-align:left;border:0;border-radius:0;background:none}.results button:hover{background:var(--shade)}',
  'main{flex:1;display:flex;min-height:0}#canvas{flex:1;min-width:0;overflow:hidden;touch-action:none;cursor:grab;position:relative}',
  '#canvas>svg{position:absolute;transform-origin:0 0;max-width:none}',
  '#canvas .node{cursor:pointer}.node.chosen>rect{stroke-width:3px}.dimmed .node:not(.near):not(.group),.dimmed .edge:not(.near){opacity:.3}',
  '.edge.near{stroke:var(--strong)!important;stroke-width:2px}',
  'aside{width:min(40%,600px);overflow:auto;padding:12px;border-left:1px solid var(--rule)}.soft{color:var(--soft)}',
  '.findings li{margin:4px 0}.error{color:#d1242f}.warning{color:#9a6700}:root[data-theme=dark] .warning{color:#d4a72c}',
  '.lines{margin:0;padding:6px 0;background:var(--shade);border-radius:6px;overflow:auto;font:12px ui-monospace,Menlo,Consolas,monospace}',
  '.lines button{display:block;width:max-content;min-width:100%;border:0;border-radius:0;background:none;padding:1px 8px;text-align:left;white-space:pre;font:inherit}',
  '.lines button.own{background:var(--mark)}.lines b{display:inline-block;width:4ch;margin-right:1ch;text-align:right;font-weight:400;color:var(--soft)}',
  'table{border-collapse:collapse;width:100%;font-size:12px}td,th{text-align:left;vertical-align:top;padding:4px 6px;border-top:1px solid var(--rule);overflow-wrap:anywhere}',
  'td button{background:none;border:0;padding:0;text-align:left;color:var(--strong)}',
  'caption{text-align:left;font-weight:600;padding:10px 0 4px}code{font:12px ui-monospace,Menlo,Consolas,monospace}',
  '@media(max-width:800px){main{flex-direction:column}aside{width:100%;height:45%;border-left:0;border-top:1px solid var(--rule)}}',
].join('');
