import fc from 'fast-check';
import { type FlowPart, type FlowStep, readFlow } from '../../../lib/interlok';
import { directoryOf } from '../../support/config';
import { anySeed, flat, grow, write } from '../xstream/any-adapter';

const withInner = (steps: readonly FlowStep[]): readonly FlowStep[] =>
  steps.flatMap((step) => [step, ...withInner(step.steps)]);

/** Whether a part stands within the lines of another one. */
function isWithin(inner: FlowPart, outer: FlowPart): boolean {
  return (inner.line ?? 0) >= (outer.line ?? 0) && (inner.until.line ?? 0) <= (outer.until.line ?? 0);
}

test('given any adapter, then each part of it is there once, and stands within the workflow that it is of', () => {
  fc.assert(
    fc.property(anySeed, (seed) => {
      const { release, root } = grow(seed);
      const { flow } = readFlow(directoryOf({ 'adapter.xml': write(root) }), { release });
      if (flow === undefined) throw new Error('there is no flow');

      const workflows = flow.channels.flatMap((channel) => channel.workflows);
      const keys = [flow, ...flow.connections, ...flow.channels, ...workflows].map(({ key }) => key);
      expect(new Set(keys).size).toBe(keys.length);
      for (const workflow of workflows) {
        const { services, consumer, producer, others } = workflow;
        const steps = withInner([...services, ...others, ...[consumer, producer].flatMap((each) => each ?? [])]);
        for (const step of steps) expect(isWithin(step, workflow)).toBe(true);
        expect(new Set(steps.map(({ key }) => key)).size).toBe(steps.length);
      }
      const channels = flat(root).filter(({ name, type }) => (type?.alias ?? name) === 'channel');
      expect(flow.channels.length).toBeLessThanOrEqual(channels.length);
    }),
    { numRuns: 60 },
  );
});
