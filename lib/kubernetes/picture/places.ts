import type { Located } from '../../findings';
import type { Flow, FlowPart, FlowStep } from '../../interlok';
import type { Span } from '../../picture';

/** Every part of a flow, those before which others are inside of. */
export function partsOf(flow: Flow): readonly FlowPart[] {
  const channels = flow.channels.flatMap((channel) => [
    channel,
    ...channel.workflows.flatMap((workflow) => [
      workflow,
      ...stepsOf([
        ...(workflow.consumer === undefined ? [] : [workflow.consumer]),
        ...workflow.services,
        ...(workflow.producer === undefined ? [] : [workflow.producer]),
        ...workflow.others,
      ]),
    ]),
    ...stepsOf(channel.others),
  ]);
  return [...channels, ...flow.connections, ...flow.others];
}

function stepsOf(steps: readonly FlowStep[]): readonly FlowStep[] {
  return steps.flatMap((step) => [step, ...stepsOf(step.steps)]);
}

/** Finds the innermost part that a place is in. */
export function innermost(parts: readonly FlowPart[]): (place: Located) => FlowPart | undefined {
  return (place) => {
    let found: FlowPart | undefined;
    for (const part of parts) if (holds(part, place) && (found === undefined || holds(found, part))) found = part;
    return found;
  };
}

/** Whether a place is in a part. */
export function holds(part: FlowPart, place: Located): boolean {
  return (
    part.file === place.file && place.line !== undefined && compare(part, place) <= 0 && compare(place, part.until) <= 0
  );
}

function compare(a: Located, b: Located): number {
  return (a.line ?? 0) - (b.line ?? 0) || (a.column ?? 0) - (b.column ?? 0);
}

/** The lines of a part. */
export function spanOf({ file, line, until }: FlowPart): readonly Span[] {
  return line === undefined ? [] : [{ file, from: line, to: until.line ?? line, isOwn: true }];
}
