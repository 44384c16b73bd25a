import { formatMermaid } from '../../lib';
import { aNode, aPicture } from './a-picture';

describe('formatMermaid', () => {
  test('given groups, arrows and findings, then each is written in its own way', () => {
    const picture = aPicture(
      [
        aNode('client', { kind: 'outside' }),
        aNode('pods', { kind: 'pods', label: 'Deployment a', lines: ['2 replicas'], isGroup: true }),
        aNode('a', { group: 'pods', lines: ['a service'], findings: [{ severity: 'error', text: 'e' }] }),
        aNode('out', { kind: 'policy' }),
        aNode('disk', { kind: 'files', label: '/out' }),
      ],
      ['client a', 'a disk writes'],
    );

    expect(formatMermaid(picture)).toBe(`flowchart LR
  client(["client"])
  subgraph pods["Deployment a · 2 replicas"]
    a["a<br/>a service"]
  end
  out{{"out"}}
  disk[("/out")]
  client --> a
  a -->|"writes"| disk
  classDef error stroke:#d1242f,stroke-width:3px
  class a error
`);
  });

  test('given text with what has a meaning in Mermaid, then it has none', () => {
    const text = formatMermaid(aPicture([aNode('a', { label: 'a"]\n`<b>`#quot; end' })]));
    expect(text.split('\n')[1]).toBe('  a["a#34;#93; #96;#60;b#62;#96;#35;quot; end"]');
  });
});
